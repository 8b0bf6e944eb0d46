package simwright.ui.profile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import simwright.rsp.qr.Picture;

/// What a person hands over so that a code is found in it: a file, a picture, a text; the first of
/// these that is there counts.
public record Offer(List<Path> files, Optional<Picture> picture, Optional<String> text) {
  /// A file.
  public static Offer file(Path file) {
    return new Offer(List.of(file), Optional.empty(), Optional.empty());
  }

  /// A picture.
  public static Offer picture(Picture picture) {
    return new Offer(List.of(), Optional.of(picture), Optional.empty());
  }

  /// What the clipboard holds, or what is dragged, which is a clipboard too.
  public static Offer of(Clipboard board) {
    if (board.hasFiles()) {
      return new Offer(
          board.getFiles().stream().map(java.io.File::toPath).toList(),
          Optional.empty(),
          Optional.empty());
    }
    Image image = board.hasImage() ? board.getImage() : null;
    return new Offer(
        List.of(),
        Optional.ofNullable(image).flatMap(Pixels::of),
        Optional.ofNullable(board.getString()));
  }

  /// Whether there is anything in it that may hold a code.
  public static boolean worth(Clipboard board) {
    return board.hasFiles() || board.hasImage() || board.hasString();
  }
}
