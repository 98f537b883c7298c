package backstep.story.network;

import backstep.autodiff.Flag;
import backstep.story.NetworkAddress;

/** A number that needs a word: it overflowed, or a convention was used for it. */
public record Flagged(NetworkAddress quantity, Flag flag) {}
