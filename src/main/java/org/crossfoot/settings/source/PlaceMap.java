package org.crossfoot.settings.source;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossfoot.settings.text.MistakeWording;
import org.crossfoot.settings.text.YamlValue;

/** Reads the {@code map} of a place: what a printed text stands for. Measures and areas it leads to must be declared. */
final class PlaceMap {

    private final Declared declared;
    private final PlaceRole role;

    PlaceMap(Declared declared, PlaceRole role) {
        this.declared = declared;
        this.role = role;
    }

    Map<String, List<String>> read(YamlValue value) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        value.mapping("write what each printed text means, e.g. { Printed: meant }").ifPresent(meanings -> {
            if (meanings.keys().isEmpty()) {
                value.wrong("found an empty map", "take it out, or write e.g. { Printed: meant }");
            }
            meanings.all().forEach((printed, meant) -> map.put(printed, meanings(meant)));
        });
        return map;
    }

    private List<String> meanings(YamlValue meant) {
        if (!meant.isList()) {
            return meaning(meant).stream().toList();
        }
        if (role != PlaceRole.AREA) {
            meant.wrong("found a list", "write one text; only an area may stand for several");
            return List.of();
        }
        List<YamlValue> items = meant.items("write a list of areas");
        if (items.isEmpty()) {
            meant.wrong("found an empty list", "write the areas it stands for");
        }
        Set<String> ids = new HashSet<>();
        for (YamlValue item : items) {
            String area = item.isText() ? declared.areaId(item.textOrEmpty("").orElse("")) : "";
            if (!area.isEmpty() && !ids.add(area)) {
                item.wrong(item.found() + ", which is " + area + " a second time",
                        "name each area once; every row would count twice for it");
            }
        }
        return items.stream().flatMap(item -> meaning(item).stream()).toList();
    }

    private Optional<String> meaning(YamlValue meant) {
        boolean mayBeEmpty = role != PlaceRole.AREA && role != PlaceRole.MEASURE;
        Optional<String> text = mayBeEmpty ? meant.textOrEmpty("write one text") : meant.text("write what it means");
        text.ifPresent(found -> checkMeaning(meant, found));
        return text;
    }

    void checkMeaning(YamlValue value, String text) {
        if (role == PlaceRole.MEASURE) {
            declared.wrongMeasure(text).ifPresent(right ->
                    value.wrong("found " + MistakeWording.quoted(text) + ", which is not a declared measure", right));
        } else if (role == PlaceRole.AREA) {
            declared.wrongArea(text).ifPresent(right ->
                    value.wrong("found " + MistakeWording.quoted(text) + ", which is not a declared area", right));
        }
    }
}
