package org.crossfoot.ledger.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final Texts texts = new Texts();

    private static byte[] bytes(String text) {
        return ("before " + text + " after").getBytes(StandardCharsets.US_ASCII);
    }

    private String add(String text) {
        return texts.add(bytes(text), 7, 7 + text.length());
    }

    private String find(String text) {
        return texts.find(bytes(text), 7, 7 + text.length());
    }

    @Test
    void aTextIsFoundByItsCharactersAndByItsBytes() {
        String office = add("office");
        assertThat(office).isEqualTo("office");
        assertThat(add("office")).isSameAs(office);
        assertThat(texts.add("office".repeat(1))).isSameAs(office);
        assertThat(texts.find("office")).isSameAs(office);
        assertThat(find("office")).isSameAs(office);
    }

    @Test
    void whatWasNotAddedIsNotKnown() {
        add("office");
        assertThat(find("offices")).isNull();
        assertThat(find("offic")).isNull();
        assertThat(texts.find("")).isNull();
        assertThat(add("")).isEmpty();
    }

    @Test
    void textsOfOneHashAreToldApart() {
        assertThat("AaBB".hashCode()).isEqualTo("BBAa".hashCode());
        List<String> alike = List.of("AaAa", "AaBB", "BBAa", "BBBB");
        alike.forEach(this::add);
        assertThat(alike).allSatisfy(text -> assertThat(find(text)).isEqualTo(text));
    }

    @Test
    void manyTextsStayTheSameObjects() {
        List<String> many = IntStream.range(0, 5_000).mapToObj(number -> add("a" + number)).toList();
        assertThat(IntStream.range(0, 5_000)).allSatisfy(number -> assertThat(find("a" + number)).isSameAs(many.get(number)));
    }

    @Test
    void declaredTextsAreFoundAndStayAsTheyAre() {
        Texts declared = new Texts(List.of("us", "Genève"));
        CommonValues common = new CommonValues(declared);
        assertThat(common.ascii(bytes("us"), 7, 9)).isSameAs(declared.find("us"));
        assertThat(common.same("Genève".repeat(1))).isSameAs(declared.find("Genève"));
        assertThat(common.ascii(bytes("new"), 7, 10)).isSameAs(common.same("new"));
        assertThat(declared.find("new")).isNull();
    }
}
