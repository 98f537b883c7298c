package backstep.story.network;

import backstep.story.Address;
import backstep.story.Explanation;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Vector;
import java.util.ArrayList;
import java.util.List;

/** Follows numbers back to the inputs, with an end to how many are followed. */
final class Explainer {

    private static final int MOST_READS = 16;
    private static final int SHOWN_READS = 6;
    private static final int MOST_NUMBERS = 1_000;

    private final Schedule schedule;
    private final Teller teller;
    private int told;

    Explainer(Schedule schedule, Teller teller) {
        this.schedule = schedule;
        this.teller = teller;
    }

    Explanation explain(NetworkAddress quantity, int depth) {
        told++;
        Telling telling = teller.overview(quantity);
        List<NetworkAddress> all = reads(telling);
        List<NetworkAddress> followed = all.size() <= MOST_READS ? all : all.subList(0, SHOWN_READS);
        List<Explanation> reads = new ArrayList<>();
        for (NetworkAddress read : depth == 0 ? List.<NetworkAddress>of() : followed) {
            if (told < MOST_NUMBERS) {
                reads.add(explain(read, depth - 1));
            }
        }
        return new Explanation(
                telling.line(),
                telling.panel().title(),
                telling.panel().result(),
                schedule.step(quantity),
                reads,
                reads.size() < all.size());
    }

    /** {@return what a line reads, without bias units, which are always 1} */
    private static List<NetworkAddress> reads(Telling telling) {
        List<NetworkAddress> reads = new ArrayList<>();
        for (Address read : telling.line().reads()) {
            if (read instanceof NetworkAddress number && !isBias(number)) {
                reads.add(number);
            }
        }
        return reads;
    }

    private static boolean isBias(NetworkAddress quantity) {
        return quantity instanceof NetworkAddress.Unit(Vector vector, int _, int unit, int _)
                && vector == Vector.A
                && unit == 0;
    }
}
