package org.crossfoot.network.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.crossfoot.network.Reach;
import org.crossfoot.network.repair.Way.Choice;

/** What a part, or the first of the parts of a whole together, can come to at an extra cost, and by what. */
final class Way {

    /**
     * @param load    what other parts come to, if any: of a part, its own; otherwise those before
     * @param shape   what the last one of several parts comes to
     * @param mending what is done in a part
     */
    record Choice(Way load, Way shape, Mending mending) {
    }

    static final Comparator<Way> CHEAPEST_FIRST = (one, other) -> {
        int order = Long.compare(one.extra, other.extra);
        order = order != 0 ? order : Arrays.compare(one.reach.lowest(), other.reach.lowest());
        return order != 0 ? order : Arrays.compare(other.reach.highest(), one.reach.highest());
    };

    final int part;
    final long extra;
    final Reach reach;
    final List<Choice> from = new ArrayList<>(1);

    /** @param part the one that comes to it; any where several do */
    Way(int part, long extra, Reach reach) {
        this.part = part;
        this.extra = extra;
        this.reach = reach;
    }
}
