package simwright.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import simwright.euicc.NotificationEvent;
import simwright.euicc.NotificationTarget;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;
import simwright.rsp.qr.Drawn;
import simwright.rsp.qr.Picture;
import simwright.time.HandTime;
import simwright.tlv.Octets;
import simwright.ui.DemoCard;
import simwright.ui.DemoConsole;
import simwright.ui.DemoParts;
import simwright.ui.OnScreen;
import simwright.ui.frame.Screen;
import simwright.ui.fx.Theme;

/// The card's three tabs: what is shown of a profile, what can be done with the eUICC, and with
/// each notification.
class CardTabsTest {
  private final HandTime time = new HandTime();
  private final DemoParts demo = new DemoParts(time);
  private DemoConsole shown;
  private OnScreen screen;

  private void open() throws Exception {
    demo.devices.set(List.of(demo.connected("ec25", "EC25", true)));
    shown = DemoConsole.open(demo, Screen.PROFILES);
    screen = shown.screen();
  }

  @AfterEach
  void close() throws Exception {
    shown.close();
  }

  private static ProfileInfo pictured(String name, byte[] icon) {
    ProfileInfo plain =
        DemoCard.profile(DemoCard.SECOND, false, name, Optional.empty(), PolicyRules.NONE);
    return new ProfileInfo(
        plain.iccid(),
        plain.aid(),
        plain.state(),
        plain.nickname(),
        plain.provider(),
        plain.name(),
        Optional.of(new ProfileInfo.Icon(1, Octets.of(icon))),
        plain.profileClass(),
        List.of(
            new NotificationTarget(
                Set.of(NotificationEvent.INSTALL, NotificationEvent.DELETE), "smdp.example.com")),
        plain.owner(),
        plain.rules(),
        plain.raw());
  }

  private long pictures() throws Exception {
    return screen.shown().stream().filter(ImageView.class::isInstance).count();
  }

  @Test
  void aProfileShowsItsPictureAndWhoHearsOfItAndWhatCannotBeDoneAndWhy() throws Exception {
    int[] blue = new int[64 * 64];
    Arrays.fill(blue, 0xFF2070C0);
    byte[] icon = Drawn.file(new Picture(64, 64, blue), "png");
    byte[] broken = Arrays.copyOf(icon, icon.length / 2);
    demo.card.profiles =
        List.of(
            DemoCard.profile(
                DemoCard.FIRST,
                true,
                "Locked",
                Optional.empty(),
                new PolicyRules(false, true, false)),
            pictured("Pictured", icon),
            pictured("Broken", broken));
    open();
    screen.awaitWords("Pictured");
    assertEquals(1, pictures(), "a picture that cannot be read is left out");
    screen.awaitWords("Tells smdp.example.com when it is: installed, deleted");
    screen.awaitWords("It cannot be disabled. Its operator does not allow");
    screen.awaitWords("It cannot be enabled. The profile in use may not be disabled");
    assertTrue(screen.button("Enable Pictured").isDisabled());
    assertTrue(screen.button("Disable Locked").isDisabled());
    screen.look("profiles guarded");
    assertEquals(List.of(), screen.faults());
  }

  private double height(String words) throws Exception {
    return OnScreen.onFx(() ->
        screen.shown().stream()
            .filter(Labeled.class::isInstance)
            .filter(node -> words.equals(((Labeled) node).getText()))
            .findFirst()
            .map(node -> node.localToScene(0, 0).getY())
            .orElseThrow(() -> new AssertionError(words)));
  }

  @Test
  void theEuiccIsNamedAServerAskedWhatWaitsAndResetFromItsTab() throws Exception {
    open();
    screen.awaitWords("Operator profile Paris");
    screen.awaitWords("Read at 00:00:00");
    screen.command("Show what the eUICC is");
    screen.awaitWords("Read at 00:00:00");
    assertTrue(height("Made by") < height("Memory reset"), "first which card, then what destroys");
    time.advance(Duration.ofSeconds(75));
    screen.keys(javafx.scene.input.KeyCode.F5);
    screen.awaitWords("Read at 00:01:15");
    TextField server =
        OnScreen.onFx(() ->
            screen.shown().stream()
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .filter(field -> "Default server".equals(field.getAccessibleText()))
                .findFirst()
                .orElseThrow());
    OnScreen.onFx(() -> {
      server.requestFocus();
      return true;
    });
    screen.type("dp.example.com");
    screen.press("Set default server");
    screen.awaitWords("The default server is set. Before it was: none");
    assertTrue(demo.card.asked.contains("euicc.default-server ec25 dp.example.com"));
    assertTrue(screen.button("Reset memory").isDisabled(), "nothing is chosen yet");
    OnScreen.onFx(() -> {
      screen.shown().stream()
          .filter(CheckBox.class::isInstance)
          .map(CheckBox.class::cast)
          .filter(box -> box.getText().startsWith("Test profiles"))
          .forEach(CheckBox::fire);
      return true;
    });
    screen.press("Reset memory");
    screen.awaitWords("The memory of the card is reset.");
    assertTrue(
        demo.card.asked.contains("euicc.memory-reset ec25 [FIELD_LOADED_TEST_PROFILES]"),
        demo.card.asked::toString);
    screen.press("Ask the discovery servers");
    screen.awaitWords("A profile waits at smdp.example.com, says lpa.ds.gsma.com.");
    screen.awaitWords("ds.example.net could not be asked.");
    screen.look("profiles euicc acts");
    OnScreen.onFx(() -> {
      Theme.DARK.on(screen.stage().getScene());
      return true;
    });
    screen.look("profiles euicc acts dark");
    screen.press("Download what waits at smdp.example.com");
    screen.awaitWords("The code is well formed. Server: smdp.example.com");
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void oneNotificationIsSentByItself() throws Exception {
    open();
    screen.awaitWords("Operator profile Paris");
    screen.command("Show the notifications of the card");
    screen.awaitWords("Its server has not taken it yet");
    screen.look("profiles outbox one");
    screen.press("Send notification 7");
    screen.awaitWords("Sent: 1. Still waiting: 0.");
    assertTrue(demo.card.asked.contains("notification.send ec25 7"), demo.card.asked::toString);
    assertFalse(demo.card.asked.contains("notification.send ec25"), "the others wait on");
    assertEquals(List.of(), screen.faults());
  }
}
