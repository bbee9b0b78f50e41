package org.hornsten.numbers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What may be shown of a {@link RawTable}: by row and column, with the sums of rows, of columns and of all. Only
 * {@link SmallNumbers} and {@link Strides} make any.
 */
public final class Figures {
    private final List<String> rows;
    private final List<String> columns;
    private final Figure[][] shown;
    private final Map<String, String> most;

    /** @param shown one row and one column more than there are names: the sums */
    Figures(List<String> rows, List<String> columns, Figure[][] shown) {
        this(rows, columns, shown, Map.of());
    }

    /** @param most by row, the answer of groups that are not counted out */
    Figures(List<String> rows, List<String> columns, Figure[][] shown, Map<String, String> most) {
        this.rows = rows;
        this.columns = columns;
        this.shown = shown;
        this.most = Map.copyOf(most);
    }

    public List<String> rows() {
        return rows;
    }

    public List<String> columns() {
        return columns;
    }

    public Figure cell(String row, String column) {
        return shown[rows.indexOf(row)][columns.indexOf(column)];
    }

    public Figure row(String row) {
        return shown[rows.indexOf(row)][columns.size()];
    }

    public Figure column(String column) {
        return shown[rows.size()][columns.indexOf(column)];
    }

    public Figure total() {
        return shown[rows.size()][columns.size()];
    }

    /** What most of a small group answered, instead of numbers where nearly all agree on a delicate matter. */
    public Optional<String> most(String row) {
        return Optional.ofNullable(most.get(row));
    }

    /** The columns of one row by name. */
    public Map<String, Figure> of(String row) {
        Map<String, Figure> named = new LinkedHashMap<>();
        columns.forEach(column -> named.put(column, cell(row, column)));
        return named;
    }

    /** The breakdown of a table of one row. */
    public Map<String, Figure> breakdown() {
        return of(rows.get(0));
    }

    /** Every number below fifty to the nearest five. */
    public Figures rounded() {
        Figure[][] rounded = new Figure[shown.length][];
        for (int i = 0; i < shown.length; i++)
            rounded[i] = List.of(shown[i]).stream().map(Figure::rounded).toArray(Figure[]::new);
        return new Figures(rows, columns, rounded, most);
    }

    @Override
    public String toString() {
        return rows.stream().map(row -> row + of(row) + " = " + row(row)).collect(Collectors.joining(", "))
                + ", sums " + columns.stream().map(c -> c + "=" + column(c)).toList() + " = " + total();
    }
}
