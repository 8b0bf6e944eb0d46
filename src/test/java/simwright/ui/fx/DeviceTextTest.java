package simwright.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DeviceTextTest {
  @Test
  void controlCharactersBecomePictures() {
    assertEquals("a␛[31m␀␡␍␊b", DeviceText.literal("a\u001b[31m\u0000\u007f\r\nb"));
  }

  @Test
  void whatSteersDirectionIsSpeltOut() {
    assertEquals("⟨U+202E⟩gnp.exe", DeviceText.literal("\u202egnp.exe"));
    assertEquals("⟨U+2066⟩⟨U+200B⟩⟨U+FEFF⟩", DeviceText.literal("\u2066\u200b\ufeff"));
    assertEquals("⟨U+0085⟩⟨U+2028⟩", DeviceText.literal("\u0085\u2028"));
    assertEquals("⟨U+E0041⟩", DeviceText.literal("\udb40\udc41"));
  }

  @Test
  void rightToLeftTextStaysInItsPlace() {
    assertEquals("\u2068שלום 12\u2069", DeviceText.literal("שלום 12"));
    assertEquals("plain", DeviceText.literal("plain"));
  }

  @Test
  void halfASurrogateIsReplaced() {
    assertEquals("a\ufffdb", DeviceText.literal("a\ud800b"));
  }

  @Test
  void fourKibibytesAreTheMost() {
    String shown = DeviceText.literal("x".repeat(10_000));
    assertEquals("x".repeat(DeviceText.MOST) + " … (+5904)", shown);
    assertTrue(DeviceText.literal("\u202e".repeat(9_000)).length() < DeviceText.MOST + 40);
  }
}
