package dev.optimizer.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** In a figure of 420 by 360 pixels, whose frame goes from (58, 12) to (406, 318). */
class KindsTest {
    private static final Pattern WORD = Pattern.compile("<text class=\"kind\" x=\"(.*?)\" y=\"(.*?)\" .*?>(.*?)<");

    private final Svg svg = new Svg();
    private final Kinds kinds = new Kinds(new Frame(420, 360));

    @Test
    void aWordStandsAboveItsPoint() {
        draw("minimum", 200, 200);
        assertThat(words()).containsExactly("minimum 200 192");
    }

    @Test
    void anotherKindAtThePlaceStandsBelow() {
        draw("minimum", 200, 200);
        draw("degenerate", 205, 201);
        assertThat(words()).containsExactly("minimum 200 192", "degenerate 205 218");
    }

    @Test
    void pointsOfOneKindCloseTogetherShareAWord() {
        draw("minimum", 200, 200);
        draw("minimum", 210, 205);
        draw("minimum", 200, 260);
        assertThat(words()).containsExactly("minimum 200 192", "minimum 200 252");
    }

    @Test
    void noWordLeavesTheFrame() {
        draw("saddle", 58, 12);
        draw("minimum", 406, 318);
        draw("maximum", 1000, -1000);
        assertThat(words()).hasSize(2);
        assertThat(words().get(0)).endsWith(" 29").doesNotContain(" 58 ");
        assertThat(words().get(1)).endsWith(" 310").doesNotContain(" 406 ");
    }

    private void draw(String kind, double x, double y) {
        kinds.draw(svg, new Critical(0, 0, kind, kind + " at a place"), x, y);
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(svg.toString());
        while (word.find()) {
            words.add(word.group(3) + " " + word.group(1) + " " + word.group(2));
        }
        return words;
    }
}
