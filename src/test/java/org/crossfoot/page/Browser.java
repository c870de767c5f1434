package org.crossfoot.page;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.json.JsonMapper;

/** A real Chromium that opens pages from the disk; tests with it are skipped where it is absent. */
public final class Browser implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    public static Browser start() {
        Optional<File> chromium = program("chromium");
        Optional<File> chromedriver = program("chromedriver");
        Assumptions.assumeTrue(chromium.isPresent() && chromedriver.isPresent(),
                "chromium and chromedriver (Debian: chromium, chromium-driver) are not installed: the pages are not opened");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions().setBinary(chromium.get());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--window-size=1100,1400");
        options.setCapability("goog:loggingPrefs", logs);
        return new Browser(new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.get()).build(),
                options));
    }

    private static Optional<File> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable).map(Path::toFile).findFirst();
    }

    /** @param fragment as in {@code #new}, or empty */
    public Browser open(Path page, String fragment) {
        driver.get("about:blank");
        driver.get(page.toUri() + fragment);
        return this;
    }

    public Browser phone() {
        driver.manage().window().setSize(new Dimension(500, 900));
        return this;
    }

    public Browser desk() {
        driver.manage().window().setSize(new Dimension(1100, 1400));
        return this;
    }

    /** @param scheme {@code light} or {@code dark} */
    public Browser prefers(String scheme) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** The text of everything that a selector finds and that is to be seen. */
    public List<String> texts(String css) {
        return driver.findElements(By.cssSelector(css)).stream().filter(WebElement::isDisplayed).map(WebElement::getText)
                .toList();
    }

    public Browser type(String css, String text) {
        find(css).sendKeys(text);
        return this;
    }

    public Browser choose(String css, String option) {
        find(css + " option[value='" + option + "']").click();
        return this;
    }

    public Browser press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    public Browser tab() {
        return press(Keys.TAB);
    }

    public Object script(String script) {
        return driver.executeScript("return " + script);
    }

    public void until(String condition) {
        new WebDriverWait(driver, Duration.ofSeconds(20)).withMessage(condition)
                .until(any -> Boolean.TRUE.equals(script(condition)));
    }

    /** What the browser complained of since it was asked last. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(entry -> entry.getMessage()).toList();
    }

    /** Addresses that pages asked for since this was asked last. */
    public List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> JSON.readTree(entry.getMessage()).path("message"))
                .filter(message -> message.path("method").asString().equals("Network.requestWillBeSent"))
                .map(message -> message.path("params").path("request").path("url").asString())
                .filter(url -> !url.startsWith("about:")).toList();
    }

    /** What a checker of accessibility finds wrong, in words. */
    public List<String> barriers() {
        AxeBuilder axe = new AxeBuilder();
        // It would read the style sheet over again, which the pages' policy forbids.
        axe.setOptions("{\"preload\": false}");
        return axe.analyze(driver).getViolations().stream()
                .map(found -> found.getId() + ": " + found.getHelp() + " "
                + found.getNodes().stream().map(node -> node.getHtml()).limit(3).toList())
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
