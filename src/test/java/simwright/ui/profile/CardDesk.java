package simwright.ui.profile;

import java.util.List;
import java.util.concurrent.Callable;
import simwright.time.HandTime;
import simwright.ui.DemoParts;
import simwright.ui.Lane;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.frame.Screen;
import simwright.ui.fx.Background;

/// The profiles screen without its view, over a made-up device whose card answers.
final class CardDesk {
  final Lane lane = new Lane();
  final HandTime time = new HandTime();
  final DemoParts demo = new DemoParts(time);
  final Navigation navigation = new Navigation();
  final Notices notices = new Notices(lane.bridge(), demo);

  /// The screen of the device `ec25`, before anything is there.
  ProfilesViewModel open() throws Exception {
    navigation.deviceProperty().set("ec25");
    return lane.get(() ->
        new ProfilesViewModel(
            new Workshop(lane.bridge(), Background.threads(time, lane.bridge()), time, notices),
            demo,
            demo.jobs,
            demo.card,
            demo,
            navigation));
  }

  /// Waits for what is shown of the card.
  void shown(ProfilesViewModel model) throws Exception {
    demo.devices.set(List.of(demo.connected("ec25", "EC25", true)));
    lane.run(() -> navigation.show(Screen.PROFILES));
    until(() -> model.getStage() == ProfilesViewModel.Stage.SHOWN && model.isFree());
  }

  void until(Callable<Boolean> holds) throws Exception {
    lane.until(holds);
  }

  void close(ProfilesViewModel model) throws Exception {
    lane.run(model::close);
    lane.close();
  }
}
