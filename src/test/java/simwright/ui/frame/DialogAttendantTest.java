package simwright.ui.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import simwright.ask.Question;
import simwright.time.SystemTime;
import simwright.ui.fx.Bridge;
import simwright.ui.fx.Theme;

class DialogAttendantTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final SystemTime time = new SystemTime();
  private Stage stage;
  private DialogAttendant attendant;

  @BeforeEach
  void open() throws Exception {
    stage = FxToolkit.registerPrimaryStage();
    WaitForAsyncUtils.asyncFx(
            () -> {
              stage.setX(0);
              stage.setY(0);
              stage.setScene(new Scene(new StackPane(), 800, 600));
              Theme.LIGHT.on(stage.getScene());
              stage.show();
            })
        .get(20, TimeUnit.SECONDS);
    attendant = new DialogAttendant(Bridge.toScreen(), time, stage);
  }

  @AfterEach
  void close() throws Exception {
    FxToolkit.cleanupStages();
    time.close();
  }

  private <A> CompletableFuture<Optional<A>> ask(Question<A> question) {
    CompletableFuture<Optional<A>> answer = new CompletableFuture<>();
    Thread unused = time.start("asking", () -> answer.complete(attendant.ask(question)));
    return answer;
  }

  private DialogPane dialog() throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> pane().isPresent());
    return pane().orElseThrow();
  }

  private static Optional<DialogPane> pane() throws Exception {
    return WaitForAsyncUtils.asyncFx(() ->
            Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(window -> window.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .findFirst())
        .get(20, TimeUnit.SECONDS);
  }

  private static void press(DialogPane pane, int button, String typed) throws Exception {
    WaitForAsyncUtils.asyncFx(
            () -> {
              if (pane.lookup("#answer") instanceof TextInputControl field) {
                field.setText(typed);
              }
              ((Button) pane.lookupButton(pane.getButtonTypes().get(button))).fire();
            })
        .get(20, TimeUnit.SECONDS);
  }

  @Test
  void consentIsNamedAfterTheAct() throws Exception {
    var answer =
        ask(new Question.Consent("Reboot the modem", "It drops the link.", "Reboot", LONG));
    DialogPane pane = dialog();
    assertEquals("Reboot", pane.getButtonTypes().getFirst().getText());
    press(pane, 0, "");
    assertEquals(Optional.of(true), answer.get(20, TimeUnit.SECONDS));
  }

  @Test
  void aSecretComesBackAndIsNotShown() throws Exception {
    var answer = ask(new Question.Secret("PIN", "The card asks for its PIN.", LONG));
    press(dialog(), 0, "1234");
    assertArrayEquals("1234".toCharArray(), answer.get(20, TimeUnit.SECONDS).orElseThrow());
  }

  @Test
  void aWrongConfirmationDoesNothing() throws Exception {
    var answer =
        ask(new Question.TypedConfirmation("Factory reset", "All is lost.", "RESET EC25", LONG));
    DialogPane pane = dialog();
    press(pane, 0, "reset ec25");
    assertEquals(true, pane.lookupButton(pane.getButtonTypes().getFirst()).isDisabled());
    press(pane, 0, "RESET EC25");
    assertEquals(Optional.of(true), answer.get(20, TimeUnit.SECONDS));
  }

  @Test
  void decliningGivesNoAnswer() throws Exception {
    var answer =
        ask(new Question.Consent("Reboot the modem", "It drops the link.", "Reboot", LONG));
    press(dialog(), 1, "");
    assertEquals(Optional.empty(), answer.get(20, TimeUnit.SECONDS));
  }

  private static Question.Consent order() {
    return new Question.Consent(
        "Download this profile?", "From here.", "Download profile", Optional.of("Decline"), LONG);
  }

  @Test
  void aNoForGoodIsToldFromALaterAndSaysWhatItCosts() throws Exception {
    var answer = ask(order());
    DialogPane pane = dialog();
    assertEquals(
        Set.of("Download profile", "Decide later", "Decline for good"),
        pane.getButtonTypes().stream().map(ButtonType::getText).collect(Collectors.toSet()));
    assertTrue(
        WaitForAsyncUtils.asyncFx(() -> words(pane).contains("order may end"))
            .get(20, TimeUnit.SECONDS));
    press(pane, 1, "");
    assertEquals(Optional.empty(), answer.get(20, TimeUnit.SECONDS));
    var other = ask(order());
    press(dialog(), 2, "");
    assertEquals(Optional.of(false), other.get(20, TimeUnit.SECONDS));
  }

  private static String words(DialogPane pane) {
    return pane.lookupAll(".label").stream()
        .map(node -> ((Labeled) node).getText())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void whenTheTimePassesTheDefaultIsTaken() throws Exception {
    var answer =
        ask(new Question.Consent("Reboot", "It drops the link.", "Reboot", Duration.ofMillis(300)));
    assertEquals(Optional.of(false), answer.get(20, TimeUnit.SECONDS));
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> pane().isEmpty());
  }
}
