package org.crossfoot.figure;

import java.util.List;

/**
 * Where something is counted.
 *
 * @param wholes  the areas it is a part of; none where it is part of none
 * @param aliases other names under which publishers print it
 */
public record Area(String id, String name, List<PartOf> wholes, List<String> aliases) {

    /**
     * That an area is a part.
     *
     * @param whole     the id of the area it is a part of
     * @param breakdown the id of the breakdown of that area it belongs to
     */
    public record PartOf(String whole, String breakdown) {
    }

    public Area {
        wholes = List.copyOf(wholes);
        aliases = List.copyOf(aliases);
    }

    /** A part of one area, or of none where {@code partOf} is null. */
    public Area(String id, String name, String partOf, String breakdown, List<String> aliases) {
        this(id, name, partOf == null ? List.of() : List.of(new PartOf(partOf, breakdown)), aliases);
    }
}
