package org.hornsten.numbers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What somebody with a pencil can find out: the least and greatest value of each unknown that is at least nought and
 * keeps all equations. Dantzig's simplex method with Bland's rule, which knows nothing of tables.
 */
public final class Simplex {
    private static final double TINY = 1e-7;
    private final int unknowns;
    private final List<double[]> equations = new ArrayList<>();

    public Simplex(int unknowns) {
        this.unknowns = unknowns;
    }

    /** Σ factor·unknown = sum. */
    public Simplex equation(double[] factors, double sum) {
        double[] row = Arrays.copyOf(factors, unknowns + 1);
        row[unknowns] = sum;
        if (sum < 0) for (int i = 0; i <= unknowns; i++) row[i] = -row[i];
        equations.add(row);
        return this;
    }

    public double least(int unknown) {
        return -greatest(unknown, -1);
    }

    public double greatest(int unknown) {
        return greatest(unknown, 1);
    }

    private double greatest(int unknown, double sign) {
        int rows = equations.size();
        int width = unknowns + rows;
        double[][] table = new double[rows + 1][width + 1];
        int[] basis = new int[rows];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(equations.get(i), 0, table[i], 0, unknowns);
            table[i][unknowns + i] = 1;
            table[i][width] = equations.get(i)[unknowns];
            basis[i] = unknowns + i;
        }
        // first away with the artificial unknowns
        for (int i = 0; i < rows; i++) for (int j = 0; j <= width; j++)
            if (j < unknowns || j == width) table[rows][j] -= table[i][j];
        climb(table, basis, width);
        if (table[rows][width] < -TINY) throw new IllegalStateException("no population gives these numbers");
        for (int i = 0; i < rows; i++) if (basis[i] >= unknowns)
            for (int j = 0; j < unknowns; j++) if (Math.abs(table[i][j]) > TINY) {
                pivot(table, basis, i, j);
                break;
            }
        Arrays.fill(table[rows], 0);
        table[rows][unknown] = -sign;
        for (int i = 0; i < rows; i++) if (basis[i] == unknown)
            for (int j = 0; j <= width; j++) table[rows][j] += sign * table[i][j];
        return climb(table, basis, unknowns) ? table[rows][width] : Double.POSITIVE_INFINITY;
    }

    /** @return false when there is no end to it */
    private static boolean climb(double[][] table, int[] basis, int allowed) {
        int rows = basis.length;
        int last = table[0].length - 1;
        for (;;) {
            int in = -1;
            for (int j = 0; j < allowed && in < 0; j++) if (table[rows][j] < -TINY) in = j;
            if (in < 0) return true;
            int out = -1;
            for (int i = 0; i < rows; i++) if (table[i][in] > TINY) {
                double ratio = table[i][last] / table[i][in];
                double best = out < 0 ? 0 : table[out][last] / table[out][in];
                if (out < 0 || ratio < best - TINY || ratio < best + TINY && basis[i] < basis[out]) out = i;
            }
            if (out < 0) return false;
            pivot(table, basis, out, in);
        }
    }

    private static void pivot(double[][] table, int[] basis, int row, int column) {
        double by = table[row][column];
        for (int j = 0; j < table[row].length; j++) table[row][j] /= by;
        for (int i = 0; i < table.length; i++) if (i != row && Math.abs(table[i][column]) > 0) {
            double times = table[i][column];
            for (int j = 0; j < table[i].length; j++) table[i][j] -= times * table[row][j];
        }
        basis[row] = column;
    }
}
