package dev.optimizer.runner.figure;

/** Numbers as axes show them. */
final class Labels {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Labels() {}

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
