package dev.optimizer.runner.figure;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;

/** What the report's script calls. Objects come as it writes them. */
public final class Browser {
    private Browser() {}

    /** {@code {name, slot, x, y, low, high, mark}}; the mark is the name of a {@link Mark}, or empty. */
    interface SeriesObject extends JSObject {
        @JSProperty
        String getName();

        @JSProperty
        int getSlot();

        @JSProperty
        double[] getX();

        @JSProperty
        double[] getY();

        @JSProperty
        double[] getLow();

        @JSProperty
        double[] getHigh();

        @JSProperty
        String getMark();
    }

    /**
     * {@code {width, height, title, x, logX, y, logY, steps, together, series}}, x and y being labels; together, whether series
     * of one name are shown as their median and range.
     */
    interface FigureObject extends JSObject {
        @JSProperty
        int getWidth();

        @JSProperty
        int getHeight();

        @JSProperty
        String getTitle();

        @JSProperty
        String getX();

        @JSProperty
        boolean isLogX();

        @JSProperty
        String getY();

        @JSProperty
        boolean isLogY();

        @JSProperty
        boolean isSteps();

        @JSProperty
        boolean isTogether();

        @JSProperty
        JSArrayReader<SeriesObject> getSeries();
    }

    /** {@code {columns, rows, x, y, values}}. */
    interface LandObject extends JSObject {
        @JSProperty
        int getColumns();

        @JSProperty
        int getRows();

        @JSProperty
        double[] getX();

        @JSProperty
        double[] getY();

        @JSProperty
        double[] getValues();
    }

    /** {@code {x, y, kind, description}}. */
    interface CriticalObject extends JSObject {
        @JSProperty
        double getX();

        @JSProperty
        double getY();

        @JSProperty
        String getKind();

        @JSProperty
        String getDescription();
    }

    /** {@code {solvers, slots, costs}}: names, their colours, and an array of numbers for each instance. */
    interface CostsObject extends JSObject {
        @JSProperty
        String[] getSolvers();

        @JSProperty
        int[] getSlots();

        @JSProperty
        double[][] getCosts();
    }

    /** {@code {solvers, slots, units, instances}}: names, their colours, an array for each of what it took, and how many there are. */
    interface DataProfileObject extends JSObject {
        @JSProperty
        String[] getSolvers();

        @JSProperty
        int[] getSlots();

        @JSProperty
        double[][] getUnits();

        @JSProperty
        int getInstances();
    }

    /** The text of a figure of lines. */
    @JSExport
    public static String lines(FigureObject figure) {
        List<Series> series = series(figure);
        return figure(figure, figure.isTogether() ? Spread.together(series) : series);
    }

    /** The same with data profiles for its lines. */
    @JSExport
    public static String dataProfiles(FigureObject figure, DataProfileObject object) {
        List<Series> series = new ArrayList<>();
        for (int solver = 0; solver < object.getSolvers().length; solver++) {
            series.add(Costs.dataProfile(
                    object.getSolvers()[solver],
                    object.getSlots()[solver],
                    object.getUnits()[solver],
                    object.getInstances()));
        }
        return figure(figure, series);
    }

    /** The same with the profiles of costs for its lines. */
    @JSExport
    public static String profiles(FigureObject figure, CostsObject object) {
        Costs costs = costs(object);
        List<Series> series = new ArrayList<>();
        for (int solver = 0; solver < costs.solvers().length; solver++) {
            series.add(costs.profile(solver, object.getSlots()[solver]));
        }
        return figure(figure, series);
    }

    /**
     * The text of a landscape.
     *
     * @param model null for none
     */
    @JSExport
    public static String landscape(
            FigureObject figure, LandObject land, LandObject model, JSArrayReader<CriticalObject> critical) {
        List<Critical> points = new ArrayList<>();
        for (int i = 0; i < critical.getLength(); i++) {
            CriticalObject point = critical.get(i);
            points.add(new Critical(point.getX(), point.getY(), point.getKind(), point.getDescription()));
        }
        return new LandscapeFigure(
                        figure.getWidth(),
                        figure.getHeight(),
                        figure.getTitle(),
                        figure.getX(),
                        figure.getY(),
                        land(land),
                        model == null ? null : land(model),
                        series(figure),
                        points)
                .svg();
    }

    @JSExport
    public static String sentence(CostsObject object, String unit) {
        return costs(object).sentence(unit);
    }

    @JSExport
    public static int wins(CostsObject object, int solver, int over) {
        return costs(object).wins(solver, over);
    }

    private static Costs costs(CostsObject object) {
        return new Costs(object.getSolvers(), object.getCosts());
    }

    private static String figure(FigureObject figure, List<Series> series) {
        return new LineFigure(
                        figure.getWidth(),
                        figure.getHeight(),
                        figure.getTitle(),
                        figure.getX(),
                        figure.isLogX(),
                        figure.getY(),
                        figure.isLogY(),
                        figure.isSteps(),
                        series)
                .svg();
    }

    private static Landscape land(LandObject land) {
        return new Landscape(land.getColumns(), land.getRows(), land.getX(), land.getY(), land.getValues());
    }

    private static List<Series> series(FigureObject figure) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < figure.getSeries().getLength(); i++) {
            series.add(series(figure.getSeries().get(i)));
        }
        return series;
    }

    private static Series series(SeriesObject object) {
        String mark = object.getMark();
        return new Series(
                object.getName(),
                object.getSlot(),
                object.getX(),
                object.getY(),
                object.getLow(),
                object.getHigh(),
                mark.isEmpty() ? null : Mark.valueOf(mark));
    }
}
