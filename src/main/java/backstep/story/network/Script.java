package backstep.story.network;

import backstep.network.Network;
import backstep.network.Recording;
import backstep.story.Notation;
import backstep.story.Numerals;
import backstep.training.Update;

/** What the steps of a pass are written with. */
record Script(Quantities quantities, NetworkSymbols symbols, Formulas formulas, Names names, Reads reads) {

    static Script of(Recording recording, Update update, Notation notation) {
        Network network = recording.network();
        return new Script(
                new Quantities(recording, update),
                new NetworkSymbols(network, recording.setting().sign(), notation),
                new Formulas(new Numerals(notation)),
                new Names(network),
                new Reads(network));
    }

    Network network() {
        return quantities.network();
    }

    Recording recording() {
        return quantities.recording();
    }
}
