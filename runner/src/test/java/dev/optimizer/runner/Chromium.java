package dev.optimizer.runner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window, new and empty, that keeps what pages say on its console and what they ask the network for. */
final class Chromium implements AutoCloseable {
    static final String ABSENT =
            "no Chromium here (Debian: apt-get install chromium chromium-driver): the report is not "
                    + "looked at in a browser";

    /** Of a message of the kind {@code Network.…} the address that is asked for. */
    private static final Pattern REQUEST = Pattern.compile("\"method\":\"Network\\..*\"url\":\"([^\"]*)\"");

    /** Held, because a logger that nobody holds forgets its level. Selenium warns that it does not know the browser's newest protocol. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;
    private final String eyes;

    private Chromium(ChromeDriver driver, String eyes) {
        this.driver = driver;
        this.eyes = eyes;
    }

    static boolean isHere() {
        return program("chromium").isPresent() && program("chromedriver").isPresent();
    }

    /** The driver gives it a new, empty profile, and takes that away in the end. */
    static Chromium start() throws IOException {
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium").orElseThrow().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                // A container has little of that memory.
                "--disable-dev-shm-usage");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        // With the path given, Selenium looks for no driver and fetches none.
        System.setProperty(
                "webdriver.chrome.driver", program("chromedriver").orElseThrow().toString());
        try (InputStream script = Chromium.class.getResourceAsStream("eyes.js")) {
            String eyes = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            Chromium browser = new Chromium(new ChromeDriver(options), eyes);
            // What its own first page says is not the report's.
            browser.driver.get("about:blank");
            browser.complaints();
            return browser;
        }
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a file as a page of its own; the functions of eyes.js see it. */
    void open(Path file, String fragment) {
        // From one place of a page to another it would not be opened anew.
        driver.get("about:blank");
        driver.get(file.toUri() + fragment);
        driver.executeScript(eyes);
    }

    /** A window of so many pixels. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    }

    /**
     * What pages ask their medium for.
     *
     * @param medium {@code screen}, {@code print}, or empty for what is natural
     * @param scheme {@code light} or {@code dark}
     */
    void medium(String medium, String scheme) {
        Map<String, Object> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", medium, "features", List.of(feature)));
    }

    /** What a script returns; a promise is waited for. */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    String text(String script, Object... arguments) {
        return String.valueOf(run(script, arguments));
    }

    long number(String script, Object... arguments) {
        return ((Number) run(script, arguments)).longValue();
    }

    List<String> texts(String script, Object... arguments) {
        return ((List<?>) run(script, arguments)).stream().map(String::valueOf).toList();
    }

    /** Clicks where a pointer would, so that nothing may lie on top. */
    void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    void type(String selector, String words) {
        driver.findElement(By.cssSelector(selector)).sendKeys(words);
    }

    /** Keys for whatever has the focus. */
    void press(Keys... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** What was said on the console above the level of information, and addresses neither in a file nor in the page, since asked last. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() > Level.INFO.intValue()) {
                complaints.add(entry.getMessage());
            }
        }
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            Matcher request = REQUEST.matcher(entry.getMessage());
            if (request.find() && !request.group(1).matches("(?s)(file|data|about):.*")) {
                complaints.add("request to " + request.group(1));
            }
        }
        return complaints;
    }

    /** The whole page, also what does not fit into the window. */
    void screenshot(Path file) throws IOException {
        // What stays in sight would stand where the window last was.
        run("scrollTo(0, 0)");
        Map<String, Object> whole = Map.of(
                "x", 0,
                "y", 0,
                "width", run("return innerWidth"),
                "height", run("return Math.min(document.documentElement.scrollHeight, 8000)"),
                "scale", 1);
        save(
                file,
                driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", whole)));
    }

    /** The page on paper. */
    void print(Path file) throws IOException {
        save(file, driver.executeCdpCommand("Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69)));
    }

    private static void save(Path file, Map<String, Object> answer) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode((String) answer.get("data")));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
