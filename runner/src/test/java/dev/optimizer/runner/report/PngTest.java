package dev.optimizer.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
    private static final int WHITE = 0xffffff;

    @Test
    void aUnitIsTwoPixels() throws IOException {
        BufferedImage image = image(svg("<rect x=\"10\" y=\"5\" width=\"4\" height=\"3\" fill=\"#0072b2\"/>"));
        assertThat(image.getWidth()).isEqualTo(80);
        assertThat(image.getHeight()).isEqualTo(40);
        assertThat(color(image, 20, 10)).isEqualTo(0x0072b2);
        assertThat(color(image, 27, 15)).isEqualTo(0x0072b2);
        assertThat(color(image, 19, 10)).isEqualTo(WHITE);
        assertThat(color(image, 28, 15)).isEqualTo(WHITE);
    }

    @Test
    void edgesAreSmooth() throws IOException {
        BufferedImage image = image(svg("<path d=\"M0 0L40 20\" stroke=\"#000000\" fill=\"none\"/>"));
        assertThat(Arrays.stream(image.getRGB(0, 0, 80, 40, null, 0, 80)).map(pixel -> pixel & 0xff))
                .anyMatch(blue -> blue > 20 && blue < 235);
    }

    @Test
    void aPathForEachOfManyRunsIsDrawn() throws IOException {
        String many = "<path d=\"M0 0\"/>".repeat(5000);
        BufferedImage image = image(svg(many + "<rect width=\"40\" height=\"20\" fill=\"#d55e00\"/>"));
        assertThat(color(image, 40, 20)).isEqualTo(0xd55e00);
    }

    private static String svg(String content) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\" viewBox=\"0 0 40 20\">"
                + "<rect width=\"40\" height=\"20\" fill=\"#ffffff\"/>" + content + "</svg>";
    }

    private static BufferedImage image(String svg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Png.of(svg)));
    }

    private static int color(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & WHITE;
    }
}
