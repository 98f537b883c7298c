package backstep.linalg.jcuda;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums over the entries of matrices, in double precision. Each block of a kernel leaves the sum of its part; these are copied out, those
 * of several matrices at once, and added up in their order.
 */
final class Reductions {

    private final CudaDriver driver;
    private final Kernels kernels;
    private final DeviceMemory.Account account;
    private @Nullable DeviceArea partials;
    private double[] copied = new double[0];

    Reductions(CudaDriver driver, Kernels kernels, DeviceMemory.Account account) {
        this.driver = driver;
        this.kernels = kernels;
        this.account = account;
    }

    /**
     * The sums over several matrices, by one copy from the device.
     *
     * @param kernel what is added up, such as squaredNorm
     * @param fromColumn the first column that counts
     * @param to written, a sum for each matrix
     */
    void sum(String kernel, List<JcudaBuffer> of, int fromColumn, double[] to) {
        int count = of.stream().mapToInt(Reductions::blocks).sum();
        if (count > 0) {
            launch(kernel, of, fromColumn, area(count));
        }
        int at = 0;
        for (int k = 0; k < of.size(); k++) {
            double sum = 0;
            for (int end = at + blocks(of.get(k)); at < end; at++) {
                sum += copied[at];
            }
            to[k] = sum;
        }
    }

    private void launch(String kernel, List<JcudaBuffer> of, int fromColumn, DeviceArea area) {
        long at = area.address();
        for (JcudaBuffer a : of) {
            if (a.size() > 0) {
                kernels.launch(
                        kernel,
                        Geometry.sums(a.size()),
                        new Arguments().buffers(a).address(at).integers(a.rows(), a.columns(), fromColumn));
            }
            at += (long) Double.BYTES * blocks(a);
        }
        driver.read(area.address(), copied);
    }

    private static int blocks(JcudaBuffer a) {
        return a.size() == 0 ? 0 : Geometry.sums(a.size()).gridX();
    }

    private DeviceArea area(int count) {
        DeviceArea area = partials;
        if (area == null || copied.length < count) {
            area = account.allocate((long) Double.BYTES * count);
            copied = new double[count];
            partials = area;
        }
        return area;
    }
}
