package backstep.linalg.jcuda;

import backstep.linalg.Window;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a kernel is launched with, in the order of its parameters: addresses, 32-bit integers and 64-bit numbers. */
public final class Arguments {

    private enum Kind {
        ADDRESS,
        INTEGER,
        NUMBER
    }

    private Kind[] kinds = new Kind[16];
    private long[] bits = new long[16];
    private int count;
    private final List<DeviceArea> areas = new ArrayList<>(6);

    /** Adds the address of device memory. */
    public Arguments address(long address) {
        return add(Kind.ADDRESS, address);
    }

    /** Adds the address of memory that is not given back before {@link #keepUntilHere}. */
    Arguments area(DeviceArea area) {
        areas.add(area);
        return address(area.address());
    }

    /** Adds the addresses of matrices, which are not given back before {@link #keepUntilHere}. */
    Arguments buffers(JcudaBuffer... buffers) {
        for (JcudaBuffer buffer : buffers) {
            area(buffer.area());
        }
        return this;
    }

    /** Adds integers. */
    public Arguments integers(int... values) {
        for (int value : values) {
            add(Kind.INTEGER, value);
        }
        return this;
    }

    /** Adds what a kernel knows of a window, as integers. */
    Arguments window(Window window) {
        return integers(
                window.channels(), window.height(), window.width(), window.kernel(), window.stride(), window.padding());
    }

    /** Adds numbers, which are doubles to kernels of either precision. */
    public Arguments numbers(double... values) {
        for (double value : values) {
            add(Kind.NUMBER, Double.doubleToRawLongBits(value));
        }
        return this;
    }

    private Arguments add(Kind kind, long value) {
        if (count == bits.length) {
            kinds = Arrays.copyOf(kinds, 2 * count);
            bits = Arrays.copyOf(bits, 2 * count);
        }
        kinds[count] = kind;
        bits[count++] = value;
        return this;
    }

    /** {@return how many there are} */
    public int count() {
        return count;
    }

    /** {@return the argument at a place, from 0, which is an address} */
    public long address(int at) {
        return bits(at, Kind.ADDRESS);
    }

    /** {@return the argument at a place, from 0, which is an integer} */
    public int integer(int at) {
        return (int) bits(at, Kind.INTEGER);
    }

    /** {@return the argument at a place, from 0, which is a number} */
    public double number(int at) {
        return Double.longBitsToDouble(bits(at, Kind.NUMBER));
    }

    private long bits(int at, Kind asked) {
        if (at < 0 || at >= count || kinds[at] != asked) {
            throw new IllegalArgumentException("argument " + at + " of " + count + " is "
                    + (at < 0 || at >= count ? "not there" : kinds[at]) + ", was read as " + asked);
        }
        return bits[at];
    }

    /** {@return the argument at a place, from 0, in the lower bytes of a word, as it lies in memory} */
    long word(int at) {
        return bits[at];
    }

    /** Called after a launch: until then whatever the arguments point to is held. */
    void keepUntilHere() {
        Reference.reachabilityFence(areas);
    }
}
