package simwright.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import simwright.ask.Attendant;
import simwright.device.Attachment;
import simwright.fault.Fault;
import simwright.observe.Subscription;
import simwright.ui.acceptance.AcceptanceView;
import simwright.ui.acceptance.AcceptanceViewModel;
import simwright.ui.acceptance.Workbench;
import simwright.ui.audit.AuditView;
import simwright.ui.audit.AuditViewModel;
import simwright.ui.audit.IdentitiesViewModel;
import simwright.ui.bench.BenchView;
import simwright.ui.bench.BenchViewModel;
import simwright.ui.catalog.CatalogModel;
import simwright.ui.catalog.CatalogView;
import simwright.ui.data.DataModel;
import simwright.ui.data.DataView;
import simwright.ui.failover.DrillModel;
import simwright.ui.failover.FailoverView;
import simwright.ui.failover.HolesModel;
import simwright.ui.failover.PolicyModel;
import simwright.ui.failover.SelectionModel;
import simwright.ui.frame.Action;
import simwright.ui.frame.DialogAttendant;
import simwright.ui.frame.FrameView;
import simwright.ui.frame.FrameViewModel;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.frame.Page;
import simwright.ui.frame.PersonChip;
import simwright.ui.frame.QuestionQueue;
import simwright.ui.frame.Screen;
import simwright.ui.frame.Timelines;
import simwright.ui.fx.Appearance;
import simwright.ui.fx.Background;
import simwright.ui.fx.Bridge;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Fxml;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;
import simwright.ui.fx.Theme;
import simwright.ui.fx.Uncaught;
import simwright.ui.help.DiagnosisViewModel;
import simwright.ui.help.HelpView;
import simwright.ui.help.HelpViewModel;
import simwright.ui.profile.LeftOpen;
import simwright.ui.profile.ProfilesView;
import simwright.ui.profile.ProfilesViewModel;
import simwright.ui.profile.Workshop;
import simwright.ui.terminal.TerminalView;
import simwright.ui.terminal.TerminalViewModel;

/// The console's window: makes each screen when it is first shown and closes what they hold. All of
/// it is used on JavaFX's thread.
public final class Console implements Subscription {
  /// The smallest window in which nothing is cut off.
  public static final double LEAST_WIDTH = 1024;

  /// The same in height.
  public static final double LEAST_HEIGHT = 700;

  private final ConsoleParts parts;
  private final Bridge bridge = Bridge.toScreen();
  private final Background background;
  private final Navigation navigation = new Navigation();
  private final Notices notices;
  private final FrameViewModel frame;
  private final LeftOpen left;
  private final Timelines timelines;
  private final Appearance appearance;
  private final QuestionQueue questions;
  private @Nullable Scene shown;

  /// A code to begin a download with, "" without any.
  private String wanted = "";

  private final Subscriptions subscriptions = new Subscriptions();

  /// A console over the parts of the program; nothing is shown yet.
  public Console(ConsoleParts parts) {
    this.parts = parts;
    this.background = Background.threads(parts.time(), bridge);
    this.notices = new Notices(bridge, parts.words());
    this.questions = new QuestionQueue(parts.time());
    this.frame =
        new FrameViewModel(
            new FrameViewModel.Watched(
                parts.jobs(), parts.devices(), parts.status(), parts.trust()),
            bridge,
            navigation,
            notices);
    this.appearance = new Appearance(parts.desk(), () -> shown);
    subscriptions.add(appearance);
    this.left = new LeftOpen(workshop(), parts.devices(), parts.profiles(), navigation);
    subscriptions.add(left);
    this.timelines = new Timelines(parts.jobs(), parts.time());
    subscriptions.add(timelines);
    subscriptions.add(frame);
    subscriptions.add(bridge.watch(questions.waiting(), this::asked));
  }

  /// Who asks on a screen that is not shown is told of.
  private void asked(List<QuestionQueue.Waiting> waiting) {
    if (!waiting.isEmpty() && navigation.getScreen() != Screen.ACCEPTANCE) {
      notices.tell(
          Text.of("queue.elsewhere"),
          new Action(Text.of("queue.go"), "", () -> navigation.show(Screen.ACCEPTANCE)));
    }
  }

  /// Shows the console in a window, in the look of the system.
  public void start(Stage stage) {
    Scene scene = new Scene(root(), 1280, 800);
    stage.titleProperty().bind(frame.titleProperty());
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setScene(scene);
    appearance.begin();
    appearance.place(stage);
    stage.show();
  }

  /// Who answers questions: dialogs over the window.
  public Attendant attendant(Stage stage) {
    return new DialogAttendant(bridge, parts.time(), stage);
  }

  /// Where a person is.
  public Navigation navigation() {
    return navigation;
  }

  /// Goes to the profiles with the download of this code open; it is begun by a person alone.
  public void download(String code) {
    wanted = code;
    navigation.show(Screen.PROFILES);
  }

  /// What a person should know.
  public Notices notices() {
    return notices;
  }

  /// The frame with its screens, ready for a scene; its keys work once it stands in one.
  public Parent root() {
    subscriptions.add(Uncaught.onThisThread(notices::tell));
    FrameView view =
        new FrameView(
            frame,
            this::page,
            new FrameView.Corner(
                new PersonChip(bridge, background, parts.people(), notices),
                timelines,
                this::turnPort,
                parts.desk(),
                always(),
                parts.time().zone()));
    Parent root = Fxml.load("screens/frame", view);
    subscriptions.add(view.follow(bridge));
    root.sceneProperty()
        .addListener((_, _, scene) -> {
          if (scene != null) {
            shown = scene;
            view.listen(scene);
          }
        });
    return root;
  }

  /// What the palette offers on every screen.
  private List<Action> always() {
    List<Action> all = new ArrayList<>(parts.actions());
    all.add(new Action(Text.of("palette.port"), FrameView.PORT_KEY, this::turnPort));
    all.add(new Action(Text.of("palette.light"), "", () -> appearance.always(Theme.LIGHT)));
    all.add(new Action(Text.of("palette.dark"), "", () -> appearance.always(Theme.DARK)));
    all.add(new Action(Text.of("palette.system"), "", appearance::asSystem));
    all.add(new Action(Text.of("palette.touch"), "", appearance::turnTouch));
    return List.copyOf(all);
  }

  /// Gives the chosen device's port to another program, or takes it back.
  private void turnPort() {
    parts.devices().all().get().stream()
        .filter(one -> one.id().equals(navigation.getDevice()))
        .findFirst()
        .ifPresent(this::turnPort);
  }

  private void turnPort(Attachment device) {
    try {
      switch (device.state()) {
        case CONNECTED -> notices.follow(parts.bench().release(device.id()));
        case RELEASED -> notices.follow(parts.bench().takeBack(device.id()));
        case SEEN, CONNECTING, GONE, FAILED ->
            notices.tell(Text.format("palette.port.none", DeviceText.literal(device.title())));
      }
    } catch (Fault refused) {
      notices.tell(refused);
    }
  }

  private Page page(Screen screen) {
    return switch (screen) {
      case BENCH -> bench();
      case PROFILES -> profiles();
      case FAILOVER -> failover();
      case ACCEPTANCE -> acceptance();
      case CATALOG -> catalog();
      case DATA -> data();
      case AUDIT -> audit();
      case TERMINAL -> terminal();
      case HELP -> help();
    };
  }

  private Page bench() {
    BenchViewModel model =
        new BenchViewModel(
            bridge, parts.time(), parts.devices(), parts.bench(), navigation, notices);
    subscriptions.add(model);
    BenchView view = new BenchView(model);
    return new Page(load(Screen.BENCH, view), model::refresh, view::actions);
  }

  private Page profiles() {
    ProfilesViewModel model =
        new ProfilesViewModel(
            workshop(), parts.devices(), parts.jobs(), parts.profiles(), parts.bench(), navigation);
    subscriptions.add(model);
    ProfilesView view = new ProfilesView(model, left);
    Page page = new Page(load(Screen.PROFILES, view), model::refresh, view::actions);
    if (!wanted.isEmpty()) {
      view.take(wanted);
      wanted = "";
    }
    return page;
  }

  private Workshop workshop() {
    return new Workshop(bridge, background, parts.time(), notices);
  }

  private Workbench workbench() {
    return new Workbench(bridge, background, parts.time(), navigation, notices, parts.desk());
  }

  private Page failover() {
    SelectionModel model = new SelectionModel(workbench(), parts.failover());
    subscriptions.add(model);
    PolicyModel policies = new PolicyModel(workbench(), parts.failover(), model);
    DrillModel drills = new DrillModel(workbench(), parts.drills());
    subscriptions.add(drills);
    HolesModel holes = new HolesModel(workbench(), parts.holes());
    subscriptions.add(holes);
    FailoverView view = new FailoverView(model, policies, drills, holes, parts.time().zone());
    Runnable refresh =
        () -> {
          model.refresh();
          drills.refresh();
          holes.refresh();
        };
    return new Page(load(Screen.FAILOVER, view), refresh, view::actions);
  }

  private Page acceptance() {
    Workbench bench = workbench();
    AcceptanceViewModel model =
        new AcceptanceViewModel(bench, parts.devices(), parts.acceptance(), questions);
    subscriptions.add(model);
    TestLab lab = new TestLab(bench, parts, model::refresh);
    subscriptions.add(lab);
    AcceptanceView view = new AcceptanceView(model, lab.parts());
    lab.in(view);
    return new Page(
        load(Screen.ACCEPTANCE, view), view::refresh, () -> lab.actions(view), view::escape);
  }

  private Page catalog() {
    CatalogModel model = new CatalogModel(workbench(), parts.catalog());
    CatalogView view = new CatalogView(model, parts.desk(), parts.time().zone());
    return new Page(load(Screen.CATALOG, view), model::refresh, view::actions);
  }

  private Page data() {
    DataModel model = new DataModel(workbench(), parts.data());
    DataView view = new DataView(model, parts.time().zone());
    return new Page(load(Screen.DATA, view), model::refresh, view::actions);
  }

  private Page audit() {
    AuditViewModel model =
        new AuditViewModel(bridge, background, parts.time(), parts.audit(), notices);
    subscriptions.add(model);
    IdentitiesViewModel identities =
        new IdentitiesViewModel(background, parts.audit(), parts.desk(), notices);
    AuditView view = new AuditView(model, identities, parts.desk(), parts.time().zone());
    return new Page(load(Screen.AUDIT, view), model::refresh, view::actions);
  }

  private Page terminal() {
    TerminalViewModel model =
        new TerminalViewModel(
            new TerminalViewModel.Workshop(bridge, background, parts.time(), parts.desk()),
            parts.devices(),
            parts.terminal(),
            navigation,
            notices);
    subscriptions.add(model);
    TerminalView view = new TerminalView(model);
    return new Page(load(Screen.TERMINAL, view), () -> {}, view::actions);
  }

  private Page help() {
    HelpViewModel model = new HelpViewModel(parts.help());
    DiagnosisViewModel diagnosis =
        new DiagnosisViewModel(bridge, parts.devices(), navigation, notices, parts.bench()::ping);
    subscriptions.add(diagnosis);
    HelpView view = new HelpView(model, diagnosis, parts.actions());
    return new Page(load(Screen.HELP, view), model::search, view::actions);
  }

  private static Parent load(Screen screen, Object view) {
    return Fxml.load(screen.fxml(), view);
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
