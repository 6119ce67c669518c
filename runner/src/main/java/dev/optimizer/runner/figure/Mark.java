package dev.optimizer.runner.figure;

/** What a line ends with, by what the run came to. Shapes, because colours say which solver it is. */
public enum Mark {
    /** Converged to what was looked for. */
    GOOD {
        @Override
        String at(double x, double y) {
            return circle("", x, y);
        }
    },
    /** Converged to something else, such as a saddle. */
    DOUBTFUL {
        @Override
        String at(double x, double y) {
            return circle(" class=\"hollow\"", x, y);
        }
    },
    /** Out of its budget. */
    BUDGET {
        @Override
        String at(double x, double y) {
            return "<path d=\"M" + Svg.at(x - 4.5) + " " + Svg.at(y + 4) + "h9l-4.5 -8z\"/>";
        }
    },
    /** No further progress at machine precision. */
    STALLED {
        @Override
        String at(double x, double y) {
            return "<path d=\"M" + Svg.at(x) + " " + Svg.at(y - 5) + "l5 5l-5 5l-5 -5z\"/>";
        }
    },
    /** Any other ending. */
    FAILED {
        @Override
        String at(double x, double y) {
            return "<path class=\"cross\" d=\"M" + Svg.at(x - 4) + " " + Svg.at(y - 4) + "l8 8m0 -8l-8 8\"/>";
        }
    };

    /** The mark of a run that ended with a status at a point of a kind. */
    public static Mark of(String status, String point, String wanted) {
        return switch (status) {
            case "converged" -> point.equals(wanted) ? GOOD : DOUBTFUL;
            case "budget" -> BUDGET;
            case "stalled" -> STALLED;
            default -> FAILED;
        };
    }

    abstract String at(double x, double y);

    private static String circle(String attributes, double x, double y) {
        return "<circle" + attributes + " cx=\"" + Svg.at(x) + "\" cy=\"" + Svg.at(y) + "\" r=\"4\"/>";
    }
}
