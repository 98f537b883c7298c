package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private final Changes changes = new Changes();

    @Test
    void whatHappenedAlreadyIsNotWaitedFor() throws InterruptedException {
        changes.add();
        changes.add();
        assertEquals(2, changes.awaitMoreThan(0, Duration.ofDays(1)));
    }

    @Test
    void nobodyWaitsLongerThanHeWants() throws InterruptedException {
        assertEquals(0, changes.awaitMoreThan(0, Duration.ZERO));
    }

    @Test
    void oneWhoWaitsIsWoken() {
        CompletableFuture<Long> seen = CompletableFuture.supplyAsync(() -> {
            try {
                return changes.awaitMoreThan(0, Duration.ofDays(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        changes.add();
        assertEquals(1, seen.join());
    }
}
