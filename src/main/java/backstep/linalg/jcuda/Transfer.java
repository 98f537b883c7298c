package backstep.linalg.jcuda;

import backstep.linalg.Matrix;
import backstep.linalg.Precision;

/** Copies matrices between the host, which has doubles, and a device in either precision. */
final class Transfer {

    private final CudaDriver driver;
    private final Precision precision;

    Transfer(CudaDriver driver, Precision precision) {
        this.driver = driver;
        this.precision = precision;
    }

    int entryBytes() {
        return precision == Precision.FLOAT32 ? Float.BYTES : Double.BYTES;
    }

    /** Copies to the device; in single precision the nearest numbers. */
    void write(Matrix values, long to) {
        double[] entries = values.toArray();
        if (precision == Precision.FLOAT32) {
            driver.write(rounded(entries), 0, entries.length, to);
        } else {
            driver.write(entries, 0, entries.length, to);
        }
    }

    private static float[] rounded(double[] entries) {
        float[] rounded = new float[entries.length];
        for (int k = 0; k < entries.length; k++) {
            rounded[k] = (float) entries[k];
        }
        return rounded;
    }

    /** {@return a copy of what is on the device} */
    Matrix read(long from, int rows, int columns) {
        double[] entries = new double[rows * columns];
        if (precision == Precision.FLOAT32) {
            float[] floats = new float[entries.length];
            driver.read(from, floats);
            for (int k = 0; k < entries.length; k++) {
                entries[k] = floats[k];
            }
        } else {
            driver.read(from, entries);
        }
        return Matrix.of(rows, columns, entries);
    }
}
