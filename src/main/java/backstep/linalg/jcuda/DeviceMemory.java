package backstep.linalg.jcuda;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The memory of a device, which many engines share. What nobody holds any more is given back at the next allocation, as Java gives
 * back its own; the garbage collector does not see how large it is, so it is asked to look where the memory does not suffice.
 */
final class DeviceMemory {

    /** How long the garbage collector may take to find something. */
    private static final long PATIENCE_MILLIS = 200;

    private final CudaDriver driver;
    private final ReferenceQueue<DeviceArea> dropped = new ReferenceQueue<>();
    /** Held here, so that the memory of an engine that nobody holds or closed is found too. */
    private final Set<Block> blocks = new HashSet<>();

    DeviceMemory(CudaDriver driver) {
        this.driver = driver;
    }

    /** What one engine has allocated. */
    final class Account {

        private long bytes;
        private long peak;
        private boolean closed;

        /** {@return memory filled with zeros} */
        DeviceArea allocate(long size) {
            return DeviceMemory.this.allocate(this, size);
        }

        /** {@return how many bytes are allocated now} */
        long bytes() {
            synchronized (DeviceMemory.this) {
                return bytes;
            }
        }

        /** {@return how many bytes were allocated at the most} */
        long peak() {
            synchronized (DeviceMemory.this) {
                return peak;
            }
        }

        /** {@return whether all was given back, and no more is to be had} */
        boolean isClosed() {
            synchronized (DeviceMemory.this) {
                return closed;
            }
        }

        /** Gives all of it back. */
        void close() {
            DeviceMemory.this.close(this);
        }

        private void add(long size) {
            bytes += size;
            peak = Math.max(peak, bytes);
        }
    }

    private static final class Block extends PhantomReference<DeviceArea> {

        private final long address;
        private final long bytes;
        private final Account account;

        Block(DeviceArea area, ReferenceQueue<DeviceArea> dropped, Account account) {
            super(area, dropped);
            address = area.address();
            bytes = area.bytes();
            this.account = account;
        }
    }

    private synchronized DeviceArea allocate(Account account, long bytes) {
        if (account.closed) {
            throw new IllegalStateException("the engine is closed; no memory can be had of it");
        }
        if (bytes == 0) {
            return new DeviceArea(0, 0);
        }
        collect();
        DeviceArea area = new DeviceArea(addressOf(bytes), bytes);
        blocks.add(new Block(area, dropped, account));
        account.add(bytes);
        driver.clear(area.address(), bytes);
        return area;
    }

    private long addressOf(long bytes) {
        try {
            return driver.allocate(bytes);
        } catch (GpuException e) {
            if (!e.status().equals(GpuException.OUT_OF_MEMORY) || !collectHarder()) {
                throw e;
            }
            return addressOf(bytes);
        }
    }

    private void collect() {
        for (Reference<?> found = dropped.poll(); found != null; found = dropped.poll()) {
            free((Block) found);
        }
    }

    /** {@return whether anything was found} */
    private boolean collectHarder() {
        System.gc();
        try {
            Reference<?> found = dropped.remove(PATIENCE_MILLIS);
            if (found == null) {
                return false;
            }
            free((Block) found);
            collect();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void free(Block block) {
        if (blocks.remove(block)) {
            block.account.add(-block.bytes);
            driver.free(block.address);
        }
    }

    private synchronized void close(Account account) {
        account.closed = true;
        account.bytes = 0;
        List<Block> closed =
                blocks.stream().filter(block -> block.account == account).toList();
        closed.forEach(this::freeUnlessLost);
        closed.forEach(blocks::remove);
    }

    private void freeUnlessLost(Block block) {
        try {
            driver.free(block.address);
        } catch (GpuException lost) {
            // Memory ends with the device, and what went wrong was said when it did.
        }
    }
}
