package dev.optimizer.runner.figure;

import java.util.ArrayList;
import java.util.List;

/** The words beside the critical points of a landscape: none over another, none over the edge. */
final class Kinds {
    private static final double LETTERS = 11;
    private static final double LINE = 14;

    /** From a point to the baselines of words above it, below it and further away, in the order of preference. */
    private static final double[] OFFSETS = {-8, 17, -8 - LINE, 17 + LINE, -8 - 2 * LINE, 17 + 2 * LINE};

    /** Points of one kind that are nearer to each other than this share one word. */
    private static final double NEAR = 24;

    private record Named(String kind, double x, double y) {}

    private record Word(double x, double baseline, double half) {
        boolean touches(Word other) {
            return Math.abs(x - other.x) < half + other.half && Math.abs(baseline - other.baseline) < LINE;
        }
    }

    private final Frame frame;
    private final List<Named> named = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();

    Kinds(Frame frame) {
        this.frame = frame;
    }

    /** A word for which there is no room is left out: the same point is in sight, and in the report's text. */
    void draw(Svg svg, Critical point, double x, double y) {
        if (isNamed(point.kind(), x, y)) {
            return;
        }
        named.add(new Named(point.kind(), x, y));
        double half = Labels.width(point.kind()) * LETTERS / 2;
        double within = Math.max(frame.left() + half, Math.min(x, frame.right() - half));
        for (double offset : OFFSETS) {
            Word word = new Word(within, y + offset, half);
            if (hasRoom(word)) {
                words.add(word);
                svg.add("<g class=\"critical\"><title>" + Svg.escape(point.description()) + "</title>");
                svg.text("kind", word.x(), word.baseline(), "middle", point.kind());
                svg.close();
                return;
            }
        }
    }

    private boolean isNamed(String kind, double x, double y) {
        return named.stream()
                .anyMatch(other -> other.kind().equals(kind) && Math.hypot(other.x() - x, other.y() - y) < NEAR);
    }

    private boolean hasRoom(Word word) {
        return word.baseline() - LINE >= frame.top()
                && word.baseline() + LINE / 3 <= frame.bottom()
                && words.stream().noneMatch(word::touches);
    }
}
