package backstep.linalg.jcuda;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows that are gathered, on the device. Inputs and targets of a batch are gathered by the same, which are copied once. */
final class ChosenRows {

    private final CudaDriver driver;
    private final DeviceMemory.Account account;
    private @Nullable DeviceArea area;
    private int[] copied = new int[0];

    ChosenRows(CudaDriver driver, DeviceMemory.Account account) {
        this.driver = driver;
        this.account = account;
    }

    /** {@return where the {@code count} rows from the {@code first} on are on the device} */
    DeviceArea copy(int[] rows, int first, int count) {
        DeviceArea to = area;
        if (to == null || to.bytes() < (long) Integer.BYTES * count) {
            to = account.allocate((long) Integer.BYTES * count);
            copied = new int[0];
            area = to;
        }
        if (!Arrays.equals(rows, first, first + count, copied, 0, copied.length)) {
            driver.write(rows, first, count, to.address());
            copied = Arrays.copyOfRange(rows, first, first + count);
        }
        return to;
    }
}
