package dev.optimizer.runner.config.text;

import java.util.Arrays;

/** Counts a text in code points, as SnakeYAML and editors do, and finds the way back to offsets in a Java string. */
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

    /** The offset of a code point; beyond the text its end. */
    int offset(int codePoint) {
        if (offsets == null) {
            return Math.min(codePoint, length);
        }
        return offsets[Math.min(codePoint, offsets.length - 1)];
    }

    /** How many code points there are from one offset to another. */
    int count(int from, int to) {
        return offsets == null ? to - from : index(to) - index(from);
    }

    private int index(int offset) {
        int found = Arrays.binarySearch(offsets, offset);
        // Inside a code point: the one before the place where it would be inserted.
        return found >= 0 ? found : -found - 2;
    }
}
