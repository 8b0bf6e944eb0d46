package simwright.ui.frame;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import simwright.observe.Subscription;
import simwright.ui.fx.Background;
import simwright.ui.fx.Bridge;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;

/// Who acts, in the corner of the frame; signing in and out, and registering people.
public final class PersonChip {
  private final Bridge bridge;
  private final Background background;
  private final PeopleSource people;
  private final Notices notices;

  /// Over these people.
  public PersonChip(Bridge bridge, Background background, PeopleSource people, Notices notices) {
    this.bridge = bridge;
    this.background = background;
    this.people = people;
    this.notices = notices;
  }

  /// The words for a role.
  static String role(String key) {
    return switch (key) {
      case "operator" -> Text.of("person.operator");
      case "lead" -> Text.of("person.lead");
      case "auditor" -> Text.of("person.auditor");
      case "admin" -> Text.of("person.admin");
      default -> key;
    };
  }

  /// Lives in a menu button until the handle is closed.
  Subscription in(MenuButton button) {
    button
        .getItems()
        .setAll(
            actions(button).stream()
                .map(action -> {
                  MenuItem item = new MenuItem(action.words());
                  item.setOnAction(_ -> action.act().run());
                  return item;
                })
                .toList());
    return bridge.watch(people.current(), now -> show(button, now));
  }

  /// What the palette offers about people.
  List<Action> actions(MenuButton owner) {
    return List.of(
        new Action(Text.of("person.sign-in"), "", () -> ask(owner, false)),
        new Action(Text.of("person.sign-out"), "", () -> away(people::signOut, "")),
        new Action(Text.of("person.register"), "", () -> ask(owner, true)));
  }

  private void show(MenuButton button, PeopleSource.Person now) {
    String words = Text.format("person.shown", DeviceText.literal(now.name()), role(now.role()));
    button.setText(DeviceText.literal(now.name()));
    button.setTooltip(new Tooltip(words));
    button.setAccessibleText(Text.format("person.chip", words));
  }

  private void ask(MenuButton owner, boolean register) {
    PersonDialog dialog = new PersonDialog(owner.getScene().getWindow(), register);
    dialog.setOnHidden(_ -> {
      PersonDialog.Entry entry = dialog.getResult();
      if (entry != null) {
        away(
            () -> {
              if (register) {
                people.register(entry.name(), entry.role(), entry.secret());
              } else {
                people.signIn(entry.name(), entry.secret());
              }
            },
            entry.name());
      }
    });
    dialog.show();
  }

  /// A secret takes a while to compare.
  private void away(Runnable act, String name) {
    Supplier<String> work =
        () -> {
          act.run();
          return name;
        };
    background.run("people", work, _ -> {}, notices::tell);
  }
}
