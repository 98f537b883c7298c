package backstep.story.network;

import backstep.network.Sign;
import backstep.story.NetworkQuantity.Memory;
import backstep.story.NetworkQuantity.Part;
import backstep.story.NetworkQuantity.Table;

/** The matrices that updates are told with. */
final class UpdateTables {

    static final Table D = new Table.Gradient();
    static final Table THETA = new Table.Weights(0);
    static final Table NEW_THETA = new Table.Weights(1);
    static final Table SLOPE = new Table.Made(Part.SLOPE);
    static final Table CORRECTED_MEAN = new Table.Made(Part.CORRECTED_MEAN);
    static final Table CORRECTED_MEAN_SQUARE = new Table.Made(Part.CORRECTED_MEAN_SQUARE);
    static final Table DIRECTION = new Table.Made(Part.DIRECTION);

    private UpdateTables() {}

    static Table before(Memory memory) {
        return new Table.Remembered(memory, 0);
    }

    static Table after(Memory memory) {
        return new Table.Remembered(memory, 1);
    }

    /** {@return what the optimizer takes for ∂J/∂Θ: D, unless it is shortened or has the other sign} */
    static Table seen(Script script) {
        Sign sign = script.quantities().setting().sign();
        return UpdateOrder.isSlopeTold(script.quantities().update(), sign) ? SLOPE : D;
    }
}
