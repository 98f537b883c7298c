package backstep.linalg.ejml;

/**
 * Where the entries of a matrix are in an array: entry (i, j) at {@code first + i · rowStep + j · columnStep}, so that a matrix,
 * its transpose and a part of it are views of the same entries.
 */
abstract class Layout {

    final int rows;
    final int columns;
    final int rowStep;
    final int columnStep;
    final int first;

    /** Row by row from {@code first} on, {@code rowStep} from one to the next. */
    Layout(int first, int rows, int columns, int rowStep) {
        this.first = first;
        this.rows = rows;
        this.columns = columns;
        this.rowStep = rowStep;
        columnStep = 1;
    }

    /** The transpose of another. */
    Layout(Layout original) {
        first = original.first;
        rows = original.columns;
        columns = original.rows;
        rowStep = original.columnStep;
        columnStep = original.rowStep;
    }

    /** {@return whether rows lie one after the other, which those of a transpose do not} */
    final boolean isByRows() {
        return columnStep == 1 && rowStep >= columns;
    }

    /** {@return from one row to the next, or, where it is a transpose, from one column to the next} */
    final int step() {
        return isByRows() ? rowStep : columnStep;
    }

    /** {@return where entry (i, j) is} */
    final int at(int i, int j) {
        return first + i * rowStep + j * columnStep;
    }
}
