package dev.optimizer.formula;

import java.util.Map;

/**
 * Cuts a formula into tokens, one at a time: the parser meets an error of the text only when it gets there, so the
 * first error in reading order is the one reported.
 */
final class Lexer {
    /** Signs that a web page or a word processor puts in place of the ones on the keyboard, and what to write. */
    private static final Map<Integer, String> TYPOGRAPHY = Map.ofEntries(
            Map.entry(0x2212, "-"),
            Map.entry(0x2010, "-"),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x00D7, "*"),
            Map.entry(0x00B7, "*"),
            Map.entry(0x22C5, "*"),
            Map.entry(0x2217, "*"),
            Map.entry(0x00F7, "/"),
            Map.entry(0x2215, "/"),
            Map.entry(0x00B2, "^2"),
            Map.entry(0x00B3, "^3"),
            Map.entry(0x221A, "sqrt(...)"),
            Map.entry(0x03C0, "pi"),
            Map.entry(0x2264, "<="),
            Map.entry(0x2265, ">="),
            Map.entry(0x2260, "!="),
            Map.entry(0x2019, "'"),
            Map.entry(0x2032, "'"),
            Map.entry(0x00A0, "a plain space"));

    private final String text;
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    /** The next token; at the end of the text an END token, again and again. */
    Token next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return new Token(Token.Kind.END, "", at, at);
        }
        char c = text.charAt(at);
        if (isDigit(at) || c == '.' && isDigit(at + 1)) {
            return token(Token.Kind.NUMBER, endOfNumber());
        }
        if (isNameStart(c)) {
            return token(Token.Kind.NAME, endOfDottedName());
        }
        return sign(c);
    }

    /** The token after the next, which {@link #next} will give again. */
    Token peek() {
        int here = at;
        Token following = next();
        at = here;
        return following;
    }

    /** Whether a text is a name: a letter or _, then letters, digits or _, as in {@code w_1} and {@code β̂}. */
    static boolean isName(String text) {
        Lexer lexer = new Lexer(text);
        return isNameStart(lexer.charAt(0)) && lexer.endOfName(0) == text.length();
    }

    private Token sign(char c) {
        char following = charAt(at + 1);
        return switch (c) {
            case '(', '[' -> token(Token.Kind.OPEN, at + 1);
            case ')', ']' -> token(Token.Kind.CLOSE, at + 1);
            case ':' -> token(Token.Kind.COLON, at + 1);
            case ';' -> fail("unexpected character ';'; a matrix is written [[a, b], [c, d]]", 1);
            case ',' -> token(Token.Kind.COMMA, at + 1);
            case '\'' -> token(Token.Kind.TRANSPOSE, at + 1);
            case '*' -> following == '*' ? fail("'**' is not an operator; write ^", 2) : operator(1);
            case '+', '-', '/', '^' -> operator(1);
            case '.' -> dot(following);
            case '<', '>' -> token(Token.Kind.COMPARISON, at + (following == '=' ? 2 : 1));
            case '=', '!' -> equality(c, following);
            default -> unexpected();
        };
    }

    private Token dot(char following) {
        return switch (following) {
            case '*', '/', '^' -> operator(2);
            case '.' -> token(Token.Kind.RANGE, at + 2);
            default -> unexpected();
        };
    }

    private Token equality(char c, char following) {
        if (following == '=') {
            return token(Token.Kind.COMPARISON, at + 2);
        }
        return c == '=' ? fail("a formula has no '='; a comparison is written ==", 1) : unexpected();
    }

    private Token unexpected() {
        int codePoint = text.codePointAt(at);
        String replacement = TYPOGRAPHY.get(codePoint);
        String shown = "unexpected character '" + Character.toString(codePoint) + "'";
        return fail(replacement == null ? shown : shown + "; write " + replacement, Character.charCount(codePoint));
    }

    /** The end of a number such as {@code 1}, {@code .5}, {@code 2.}, {@code 2.5E+4} that starts here. */
    private int endOfNumber() {
        int end = endOfDigits(at);
        // In 2.*x and 1..n the point belongs to the operator, as in MATLAB and Julia.
        if (charAt(end) == '.' && "*/^.".indexOf(charAt(end + 1)) < 0) {
            end = endOfDigits(end + 1);
        }
        if (charAt(end) == 'e' || charAt(end) == 'E') {
            int digits = charAt(end + 1) == '+' || charAt(end + 1) == '-' ? end + 2 : end + 1;
            if (isDigit(digits)) {
                end = endOfDigits(digits);
            }
        }
        return end;
    }

    private int endOfDigits(int from) {
        int end = from;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    /** The end of a name, or of two with a point between: the column of a table. */
    private int endOfDottedName() {
        int end = endOfName(at);
        return charAt(end) == '.' && isNameStart(charAt(end + 1)) ? endOfName(end + 1) : end;
    }

    private int endOfName(int from) {
        int end = from;
        while (isNameStart(charAt(end)) || isDigit(end) || isAccent(charAt(end))) {
            end++;
        }
        return end;
    }

    /** The character, or 0 (which begins nothing) past the end. */
    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }

    private boolean isDigit(int index) {
        return charAt(index) >= '0' && charAt(index) <= '9';
    }

    private static boolean isNameStart(char c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
        }
        // The letter pi stands for the constant, whose name is written out.
        return Character.isLetter(c) && !TYPOGRAPHY.containsKey((int) c);
    }

    /** A hat or a bar that some keyboards put as a character of its own after its letter. */
    private static boolean isAccent(char c) {
        return c >= 128 && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private Token operator(int length) {
        return token(Token.Kind.OPERATOR, at + length);
    }

    private Token token(Token.Kind kind, int end) {
        Token token = new Token(kind, text.substring(at, end), at, end);
        at = end;
        return token;
    }

    private Token fail(String problem, int length) {
        throw new FormulaException(problem, text, at, at + length);
    }
}
