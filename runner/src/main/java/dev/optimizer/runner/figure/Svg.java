package dev.optimizer.runner.figure;

/** Text of an SVG file as it grows. */
final class Svg {
    /** What is further away than this is out of sight, and browsers draw with single precision. */
    private static final double FAR = 1e6;

    private final StringBuilder text = new StringBuilder();

    /** Text as it may stand between tags and in attributes. */
    static String escape(String raw) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(isForbidden(c) || isLone(raw, i) ? '\uFFFD' : c);
            }
        }
        return escaped.toString();
    }

    /** XML has no other control characters, not even escaped, and neither U+FFFE nor U+FFFF. */
    private static boolean isForbidden(char c) {
        return c < ' ' && c != '\n' && c != '\t' || c >= '\uFFFE';
    }

    /** Half of a character beyond U+FFFF, without its other half. */
    private static boolean isLone(String raw, int i) {
        char c = raw.charAt(i);
        return Character.isHighSurrogate(c) && !(i + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(i + 1)))
                || Character.isLowSurrogate(c) && !(i > 0 && Character.isHighSurrogate(raw.charAt(i - 1)));
    }

    /** A coordinate to a tenth of a pixel, finer than anybody sees. */
    static String at(double coordinate) {
        long tenths = Math.round(Math.max(-FAR, Math.min(coordinate, FAR)) * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }

    Svg add(String raw) {
        text.append(raw);
        return this;
    }

    Svg path(String cssClass, String d) {
        return d.isEmpty() ? this : add("<path class=\"" + cssClass + "\" d=\"" + d + "\"/>");
    }

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    Svg text(String cssClass, double x, double y, String anchor, String words) {
        return add("<text class=\"" + cssClass + "\" x=\"" + at(x) + "\" y=\"" + at(y) + "\" text-anchor=\"" + anchor
                + "\">" + escape(words) + "</text>");
    }

    /** Opens the group of a series, whose name is shown where the pointer rests. */
    Svg openSeries(String name, int slot) {
        String shown = escape(name);
        return add("<g class=\"s" + slot % 8 + " d" + slot / 8 % 3 + "\" data-name=\"" + shown + "\"><title>" + shown
                + "</title>");
    }

    Svg close() {
        return add("</g>");
    }

    /** The whole figure, with its text alternative. */
    String figure(int width, int height, String title) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height
                + "\" role=\"img\" aria-label=\"" + escape(title) + "\"><title>" + escape(title) + "</title>" + text
                + "</svg>";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
