package org.crossfoot.figure;

import java.util.List;

/**
 * Where something is counted.
 *
 * @param partOf    the id of the area it is a part of, or null
 * @param breakdown the id of the breakdown of that area it belongs to, or null
 * @param aliases   other names under which publishers print it
 */
public record Area(String id, String name, String partOf, String breakdown, List<String> aliases) {

    public Area {
        aliases = List.copyOf(aliases);
    }
}
