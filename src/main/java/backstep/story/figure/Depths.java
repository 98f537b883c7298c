package backstep.story.figure;

import backstep.autodiff.Operand;
import backstep.autodiff.WengertList;

/** The depth of every variable of a Wengert list: 0 for an input, and one more than its deepest operand for an operation. */
final class Depths {

    private final WengertList list;
    private final int[] depths;

    private Depths(WengertList list) {
        this.list = list;
        this.depths = new int[list.inputCount() + list.operationCount()];
    }

    static Depths of(WengertList list) {
        Depths depths = new Depths(list);
        for (int i = 1; i <= list.operationCount(); i++) {
            int deepest = list.operands(i).stream().mapToInt(depths::of).max().orElse(0);
            depths.depths[i - list.firstIndex()] = 1 + deepest;
        }
        return depths;
    }

    /** {@return the depth of vᵢ} */
    int of(int i) {
        return depths[i - list.firstIndex()];
    }

    private int of(Operand operand) {
        return operand instanceof Operand.Variable(int j) ? of(j) : 0;
    }

    /** {@return how many layers all edges together reach over} */
    long span() {
        long span = 0;
        for (int i = 1; i <= list.operationCount(); i++) {
            for (Operand operand : list.operands(i)) {
                span += operand instanceof Operand.Variable ? of(i) - of(operand) : 0;
            }
        }
        return span;
    }
}
