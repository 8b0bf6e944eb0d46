package simwright.ui.profile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.rsp.ActivationCode;
import simwright.rsp.qr.Camera;
import simwright.rsp.qr.Picture;
import simwright.rsp.qr.QrCodes;
import simwright.ui.fx.Text;
import simwright.ui.part.State;

/// Finds an activation code in what a person hands over; of several in one picture one is to be
/// chosen. Pictures are read elsewhere than on the screen's thread.
public final class CodeScan {
  private static final Duration LOOKED = Duration.ofMinutes(2);

  private final Workshop shop;
  private final Supplier<Camera> camera;
  private final Consumer<String> found;
  private final ObservableList<ActivationCode> choices = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<DownloadViewModel.Shown> told =
      new ReadOnlyObjectWrapper<>(new DownloadViewModel.Shown(State.IDLE, ""));
  private final ReadOnlyObjectWrapper<Optional<Picture>> seen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private volatile int latest;

  CodeScan(Workshop shop, Supplier<Camera> camera, Consumer<String> found) {
    this.shop = shop;
    this.camera = camera;
    this.found = found;
  }

  /// Looks into what was handed over.
  public void take(Offer offer) {
    forget();
    if (!offer.files().isEmpty()) {
      look(() -> QrCodes.of(Picture.read(offer.files().getFirst())));
    } else if (offer.picture().isPresent()) {
      Picture picture = offer.picture().get();
      look(() -> QrCodes.of(picture));
    } else if (offer.text().filter(text -> !text.isBlank()).isPresent()) {
      found.accept(offer.text().get().strip());
    } else {
      tell(State.FAIL, Text.of("scan.nothing"));
    }
  }

  /// Looks through the camera until there is an activation code to be seen, at most two minutes.
  public void watch() {
    forget();
    int mine = latest + 1;
    look(() -> watched(mine));
    tell(State.BUSY, Text.of("scan.camera.hold"));
  }

  private QrCodes watched(int mine) {
    try (Camera open = camera.get()) {
      return open.codes(
          picture -> {
            shop.bridge().run(() -> seen(mine, picture));
            return mine == latest;
          },
          shop.time().deadline(LOOKED));
    }
  }

  private void seen(int mine, Picture picture) {
    if (mine == latest) {
      seen.set(Optional.of(picture));
    }
  }

  /// Only what was handed over last counts: a code that was there before goes.
  private void look(Supplier<QrCodes> work) {
    found.accept("");
    int mine = next();
    tell(State.BUSY, Text.of("scan.reading"));
    shop.background()
        .run(
            "qr",
            work,
            read -> {
              if (mine == latest) {
                show(read.codes());
              }
            },
            fault -> {
              if (mine == latest) {
                seen.set(Optional.empty());
                tell(State.FAIL, words(fault));
              }
            });
  }

  private void show(List<ActivationCode> codes) {
    if (codes.size() == 1) {
      choose(codes.getFirst());
    } else {
      tell(State.WAITING, Text.format("scan.several", codes.size()));
      choices.setAll(codes);
    }
  }

  /// Takes one of those that a picture had.
  public void choose(ActivationCode code) {
    forget();
    found.accept(code.text());
    tell(State.PASS, Text.of("scan.found"));
  }

  /// Nothing was handed over, or another code is there since.
  void forget() {
    int unused = next();
    choices.clear();
    seen.set(Optional.empty());
    tell(State.IDLE, "");
  }

  /// What is under way counts no more; the number of what begins.
  private int next() {
    int now = latest + 1;
    latest = now;
    return now;
  }

  private void tell(State state, String words) {
    told.set(new DownloadViewModel.Shown(state, words));
  }

  private String words(Fault fault) {
    FaultCode wrong = fault.code();
    String meaning = shop.notices().words().meaning(wrong);
    String next = shop.notices().words().next(wrong);
    return String.join(" ", meaning, next, fault.evidence().orElse("")).strip()
        + " ("
        + wrong
        + ")";
  }

  /// Of what one is to be chosen; empty mostly.
  public ObservableList<ActivationCode> getChoices() {
    return choices;
  }

  /// What the camera saw last; nothing while none is looked through.
  public ReadOnlyObjectProperty<Optional<Picture>> seenProperty() {
    return seen.getReadOnlyProperty();
  }

  /// What came of the last look, and its words; "" where there was none.
  public ReadOnlyObjectProperty<DownloadViewModel.Shown> toldProperty() {
    return told.getReadOnlyProperty();
  }
}
