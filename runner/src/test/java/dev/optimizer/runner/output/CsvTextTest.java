package dev.optimizer.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CsvTextTest {
    @Test
    void whatASpreadsheetWouldExecuteGetsAnApostrophe() {
        assertThat(CsvText.written("=1+1")).isEqualTo("'=1+1");
        assertThat(CsvText.written("+A1")).isEqualTo("'+A1");
        assertThat(CsvText.written("-2+3")).isEqualTo("'-2+3");
        assertThat(CsvText.written("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(CsvText.written("\t=1")).isEqualTo("'\t=1");
        assertThat(CsvText.written("\r=1")).isEqualTo("'\r=1");
        assertThat(CsvText.written("-")).isEqualTo("'-");
        assertThat(CsvText.written("-1e5x")).isEqualTo("'-1e5x");
    }

    @Test
    void numbersAndOtherTextStayAsTheyAre() {
        for (String cell : new String[] {"-5", "-1.5e-7", "-Infinity", "3", "NaN", "", "a=b", "'quoted'", "left-1"}) {
            assertThat(CsvText.written(cell)).isEqualTo(cell);
        }
    }

    @Property
    void numbersStayNumbers(@ForAll double number) {
        String cell = Numbers.shortest(number);
        assertThat(CsvText.written(cell)).isEqualTo(cell);
        assertThat(CsvText.read(cell)).isEqualTo(cell);
    }

    @Property
    void whatIsReadIsWhatWasWrittenAndNothingIsExecutable(
            @ForAll
                    @StringLength(max = 6)
                    @Chars({'=', '+', '-', '@', '\t', '\r', '\'', '.', ' '})
                    @CharRange(from = '0', to = 'f')
                    String cell) {
        String written = CsvText.written(cell);
        assertThat(CsvText.read(written)).isEqualTo(cell);
        assertThat(written)
                .satisfiesAnyOf(
                        text -> assertThat(text).doesNotMatch("(?s)[=+\\-@\\t\\r].*"),
                        text -> assertThat(Double.parseDouble(text)).isNegative());
    }
}
