package backstep.cli;

import backstep.server.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Backstep " + Version.current()};
    }
}
