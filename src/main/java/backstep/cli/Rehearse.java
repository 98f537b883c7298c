package backstep.cli;

import backstep.server.Rehearsal;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code rehearse}: the launcher runs it once after a build, while the virtual machine records which classes a first visit
 * takes; every later start reads them from the record.
 */
@Command(name = "rehearse", hidden = true, description = "Serve a first visit once, for the launcher's record.")
final class Rehearse implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        Rehearsal.perform();
        return 0;
    }
}
