package simwright.cli;

import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.identity.Imei;
import simwright.rollout.ProvisioningPath;

/// Identifiers and ways as a person types them; what is none is wrong usage. The words never repeat
/// an identifier.
final class Typed {
  private Typed() {}

  private static <T> T typed(String text, Function<String, T> read) {
    try {
      return read.apply(text);
    } catch (IllegalArgumentException none) {
      throw new TypeConversionException(none.getMessage());
    }
  }

  /// An ICCID.
  static final class OfIccid implements ITypeConverter<Iccid> {
    @Override
    public Iccid convert(String text) {
      return typed(text, Iccid::new);
    }
  }

  /// An EID.
  static final class OfEid implements ITypeConverter<Eid> {
    @Override
    public Eid convert(String text) {
      return typed(text, Eid::new);
    }
  }

  /// An IMEI with its check digit, be it right or not.
  static final class OfImei implements ITypeConverter<Imei> {
    private static final int DIGITS = 15;

    @Override
    public Imei convert(String text) {
      return typed(text, OfImei::whole);
    }

    private static Imei whole(String text) {
      Imei read = new Imei(text);
      if (read.value().length() != DIGITS) {
        throw new IllegalArgumentException("an IMEI has " + DIGITS + " digits");
      }
      return read;
    }
  }

  /// A way by which profiles come onto a device.
  static final class OfWay implements ITypeConverter<ProvisioningPath> {
    @Override
    public ProvisioningPath convert(String text) {
      return Stream.of(ProvisioningPath.values())
          .filter(each -> each.key().equals(text))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("'" + text + "' is no such way"));
    }
  }
}
