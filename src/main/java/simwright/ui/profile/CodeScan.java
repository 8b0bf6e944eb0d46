package simwright.ui.profile;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import simwright.fault.FaultCode;
import simwright.rsp.ActivationCode;
import simwright.rsp.qr.Picture;
import simwright.rsp.qr.QrCodes;
import simwright.ui.fx.Text;
import simwright.ui.part.State;

/// Finds an activation code in what a person hands over; of several in one picture one is to be
/// chosen. Pictures are read elsewhere than on the screen's thread.
public final class CodeScan {
  private final Workshop shop;
  private final Consumer<String> found;
  private final ObservableList<ActivationCode> choices = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<DownloadViewModel.Shown> told =
      new ReadOnlyObjectWrapper<>(new DownloadViewModel.Shown(State.IDLE, ""));
  private int latest;

  CodeScan(Workshop shop, Consumer<String> found) {
    this.shop = shop;
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

  /// Only what was handed over last counts: a code that was there before goes.
  private void look(Supplier<QrCodes> work) {
    found.accept("");
    int mine = ++latest;
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
                tell(State.FAIL, words(fault.code()));
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
    latest++;
    choices.clear();
    tell(State.IDLE, "");
  }

  private void tell(State state, String words) {
    told.set(new DownloadViewModel.Shown(state, words));
  }

  private String words(FaultCode wrong) {
    String meaning = shop.notices().words().meaning(wrong);
    String next = shop.notices().words().next(wrong);
    return String.join(" ", meaning, next).strip() + " (" + wrong + ")";
  }

  /// Of what one is to be chosen; empty mostly.
  public ObservableList<ActivationCode> getChoices() {
    return choices;
  }

  /// What came of the last look, and its words; "" where there was none.
  public ReadOnlyObjectProperty<DownloadViewModel.Shown> toldProperty() {
    return told.getReadOnlyProperty();
  }
}
