package simwright.ui.part;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Puts text into the clipboard.
public final class Copied {
  private Copied() {}

  /// The text, in place of what was there.
  public static void text(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    boolean unused = Clipboard.getSystemClipboard().setContent(content);
  }
}
