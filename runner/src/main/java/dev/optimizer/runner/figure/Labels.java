package dev.optimizer.runner.figure;

/** Numbers as axes show them. */
final class Labels {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Labels() {}

    /** About how wide a text is, in the widths of its letters' size: no font is asked, and few are wider than DejaVu Sans. */
    static double width(String text) {
        double width = 0;
        for (char c : text.toCharArray()) {
            width += width(c);
        }
        return width;
    }

    private static double width(char c) {
        if (SUPERSCRIPTS.indexOf(c) >= 0 || c == '⁻' || c == '.' || c == '·' || c == ' ') {
            return 0.42;
        }
        return c == '−' ? 0.84 : c >= 'a' && c <= 'z' ? 0.6 : 0.65;
    }

    /** As much of a text as has room in so many widths of its letters' size. */
    static String fitting(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end)) > room - 1) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    /** 10⁻³ for −3. */
    static String power(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "10⁻" : "10");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }

    /**
     * A number of an axis: 0.02, −1.5, 120 000 as 1.2·10⁵.
     *
     * @param step the distance to the next one, which tells how many digits are worth showing
     */
    static String number(double value, double step) {
        int place = exponent(step);
        if (Math.abs(value) < step / 2) {
            return "0";
        }
        String sign = value < 0 ? "−" : "";
        double size = Math.abs(value);
        int exponent = exponent(size);
        if (exponent >= 5 || exponent < -3) {
            String mantissa = decimal(mantissa(size, exponent), Math.max(0, exponent - place));
            return sign + (mantissa.equals("1") ? "" : mantissa + "·") + power(exponent);
        }
        return sign + decimal(size, Math.max(0, -place));
    }

    /** Of the power of ten at or below a number, which rounding may have put just under it. */
    private static int exponent(double size) {
        return (int) Math.floor(Math.log10(size) + 1e-12);
    }

    /** In two steps, because the power of ten itself may be too small for a number. */
    private static double mantissa(double size, int exponent) {
        int half = exponent / 2;
        return size / Math.pow(10, half) / Math.pow(10, exponent - half);
    }

    /** A positive number with at most so many digits behind the point, without zeros at the end. */
    private static String decimal(double value, int digits) {
        long scale = 1;
        for (int i = 0; i < digits; i++) {
            scale *= 10;
        }
        long scaled = Math.round(value * scale);
        String fraction = Long.toString(scale + scaled % scale).substring(1);
        int end = fraction.length();
        while (end > 0 && fraction.charAt(end - 1) == '0') {
            end--;
        }
        return scaled / scale + (end == 0 ? "" : "." + fraction.substring(0, end));
    }
}
