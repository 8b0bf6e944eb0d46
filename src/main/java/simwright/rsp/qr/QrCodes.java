package simwright.rsp.qr;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import simwright.fault.Fault;
import simwright.rsp.ActivationCode;
import simwright.rsp.RspCodes;

/// The activation codes that stand as QR codes in a picture, each once; at least one.
public record QrCodes(List<ActivationCode> codes) {
  private static final Map<DecodeHintType, Object> HARDER =
      Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);
  private static final String PREFIX = "(?is)\\s*lpa:.*";

  /// How often a picture is halved; a code of a large photograph is found in the second or third.
  private static final int SIZES = 3;

  private static final int SMALLEST = 42;

  public QrCodes {
    codes = List.copyOf(codes);
  }

  /// Reads all of them. A picture without any QR code, with another one, and with a faulty
  /// activation code each have their own fault; one good code is enough.
  public static QrCodes of(Picture picture) {
    Set<String> texts = texts(picture);
    if (texts.isEmpty()) {
      throw fault(RspCodes.QR_NONE);
    }
    Set<ActivationCode> good = new LinkedHashSet<>();
    List<Fault> faulty = new ArrayList<>();
    for (String text : texts) {
      try {
        good.add(ActivationCode.read(text));
      } catch (Fault wrong) {
        if (text.matches(PREFIX)) {
          faulty.add(wrong);
        }
      }
    }
    if (good.isEmpty()) {
      throw faulty.isEmpty() ? fault(RspCodes.QR_OTHER) : faulty.getFirst();
    }
    return new QrCodes(List.copyOf(good));
  }

  /// The only one, or the one that is chosen.
  public ActivationCode one(Function<List<ActivationCode>, Optional<ActivationCode>> choose) {
    return codes.size() == 1
        ? codes.getFirst()
        : choose.apply(codes).orElseThrow(() -> fault(RspCodes.QR_SEVERAL));
  }

  private static Set<String> texts(Picture picture) {
    Set<String> found = new LinkedHashSet<>();
    Picture now = picture;
    for (int size = 0; size < SIZES && found.isEmpty(); size++) {
      LuminanceSource light = new RGBLuminanceSource(now.width(), now.height(), onWhite(now));
      for (LuminanceSource each : List.of(light, light.invert())) {
        if (found.isEmpty()) {
          found.addAll(texts(new BinaryBitmap(new HybridBinarizer(each))));
        }
        if (found.isEmpty()) {
          found.addAll(texts(new BinaryBitmap(new GlobalHistogramBinarizer(each))));
        }
      }
      if (Math.min(now.width(), now.height()) < 2 * SMALLEST) {
        break;
      }
      now = now.half();
    }
    return found;
  }

  private static List<String> texts(BinaryBitmap map) {
    List<String> all = new ArrayList<>();
    try {
      for (Result each : new QRCodeMultiReader().decodeMultiple(map, HARDER)) {
        all.add(each.getText());
      }
    } catch (ReaderException | IllegalArgumentException | IndexOutOfBoundsException none) {
      // a picture that leads the reader astray has no code for it
      all.addAll(single(map));
    }
    return all;
  }

  /// The reader of one code finds what that of several does not.
  private static List<String> single(BinaryBitmap map) {
    try {
      return List.of(new QRCodeReader().decode(map, HARDER).getText());
    } catch (ReaderException | IllegalArgumentException | IndexOutOfBoundsException none) {
      return List.of();
    }
  }

  /// What is transparent is shown on white, and so it is read.
  private static int[] onWhite(Picture picture) {
    int[] opaque = picture.pixels().clone();
    for (int i = 0; i < opaque.length; i++) {
      if (opaque[i] >>> 24 < 0x80) {
        opaque[i] = 0xFFFFFFFF;
      }
    }
    return opaque;
  }

  private static Fault fault(simwright.fault.FaultCode code) {
    return new Fault(code, "reading a QR code", "the picture");
  }
}
