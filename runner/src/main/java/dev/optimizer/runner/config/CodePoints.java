package dev.optimizer.runner.config;

import org.yaml.snakeyaml.error.Mark;

/** Turns SnakeYAML's marks, which count code points, into offsets in a Java string. */
final class CodePoints {
    /** The offset of each code point, or null where the two counts are the same. */
    private final int[] offsets;

    private final int length;

    CodePoints(String text) {
        length = text.length();
        int count = text.codePointCount(0, length);
        offsets = count == length ? null : new int[count + 1];
        if (offsets != null) {
            for (int i = 0, offset = 0; i <= count; i++) {
                offsets[i] = offset;
                offset += i < count ? Character.charCount(text.codePointAt(offset)) : 0;
            }
        }
    }

    int offset(int codePoint) {
        if (offsets == null) {
            return Math.min(codePoint, length);
        }
        return offsets[Math.min(codePoint, offsets.length - 1)];
    }

    Span span(Mark start, Mark end) {
        int from = offset(start.getIndex());
        return new Span(from, Math.max(from, offset(end.getIndex())));
    }
}
