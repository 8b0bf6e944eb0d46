package simwright.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simwright.time.HandTime;
import simwright.ui.DemoConsole;
import simwright.ui.DemoParts;
import simwright.ui.OnScreen;

/// Signing in, out and registering, through the dialogs a person sees.
class PersonDialogTest {
  private final DemoParts demo = new DemoParts(new HandTime());
  private DemoConsole shown;
  private OnScreen screen;

  @BeforeEach
  void open() throws Exception {
    shown = DemoConsole.open(demo);
    screen = shown.screen();
  }

  @AfterEach
  void close() throws Exception {
    shown.close();
  }

  private static <T> T onFx(Callable<T> act) throws Exception {
    return OnScreen.onFx(act);
  }

  private static Optional<DialogPane> pane() throws Exception {
    return onFx(() ->
        Window.getWindows().stream()
            .filter(Window::isShowing)
            .map(window -> window.getScene().getRoot())
            .filter(DialogPane.class::isInstance)
            .map(DialogPane.class::cast)
            .findFirst());
  }

  private void fill(String name, String secret) throws Exception {
    screen.await("the dialog", () -> pane().isPresent());
    DialogPane pane = pane().orElseThrow();
    onFx(() -> {
      Button go = (Button) pane.lookupButton(pane.getButtonTypes().getFirst());
      assertTrue(go.isDisabled());
      ((TextField) pane.lookup("#person-name")).setText(name);
      ((PasswordField) pane.lookup("#person-secret")).setText(secret);
      assertFalse(go.isDisabled());
      go.fire();
      return true;
    });
  }

  @Test
  void whoSignsInIsNamedInTheCornerWithTheRole() throws Exception {
    screen.command("Sign in");
    fill("marc", "right secret");
    screen.awaitWords("marc");
    assertEquals("marc · lead", onFx(() -> person().getTooltip().getText()));
    screen.command("Sign out");
    screen.awaitWords("account:ines");
  }

  @Test
  void aWrongSecretIsToldAndChangesNothing() throws Exception {
    screen.command("Sign in");
    fill("marc", "wrong");
    screen.awaitWords("audit/not-known");
    assertEquals("ines", onFx(() -> person().getText()));
  }

  @Test
  void aPersonIsRegisteredWithARole() throws Exception {
    screen.command("Register a person");
    fill("olga", "a secret");
    screen.await("the person is there", () -> demo.people.asked.equals(List.of("olga operator")));
  }

  private javafx.scene.control.MenuButton person() {
    return (javafx.scene.control.MenuButton) screen.stage().getScene().lookup(".sw-operator");
  }
}
