package simwright.report.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import simwright.fault.Fault;

/// Packs plain files into one zip, and unpacks one that anybody may have made: in memory alone,
/// with names that lead nowhere and no more bytes than a bundle has, whatever its headers claim.
final class BundleZip {
  /// A zip above this size is none of ours.
  static final int LARGEST = 64_000_000;

  private static final int FILES = 500;
  private static final int ONE = 32_000_000;
  private static final int ALL = 128_000_000;
  private static final int CHUNK = 64 * 1024;
  private static final Pattern NAME =
      Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9._-]{0,119}/)?[A-Za-z0-9][A-Za-z0-9._-]{0,119}");

  private BundleZip() {}

  static byte[] pack(List<BundleFile> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (BundleFile each : files) {
        ZipEntry entry = new ZipEntry(each.name());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(each.bytes());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static Map<String, byte[]> unpack(byte[] packed, String where) {
    if (packed.length > LARGEST) {
      throw refused(where, "it is larger than " + LARGEST + " bytes");
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    long all = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (!NAME.matcher(name).matches() || name.contains("..")) {
          throw refused(where, "a file in it has a name that leads elsewhere or is none");
        }
        byte[] bytes = bytes(zip, Math.min(ONE, ALL - all), where);
        all += bytes.length;
        if (files.put(name, bytes) != null) {
          throw refused(where, name + " stands in it twice");
        }
        if (files.size() > FILES) {
          throw refused(where, "it holds more than " + FILES + " files");
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw new Fault(BundleCodes.REFUSED, "opening a bundle", where, "it is no whole zip", broken);
    }
    if (files.isEmpty()) {
      throw refused(where, "it is no zip, or an empty one");
    }
    return files;
  }

  private static byte[] bytes(ZipInputStream zip, long most, String where) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int n = zip.read(chunk); n >= 0; n = zip.read(chunk)) {
      if (out.size() + (long) n > most) {
        throw refused(where, "it grows beyond all bounds when it is unpacked");
      }
      out.write(chunk, 0, n);
    }
    return out.toByteArray();
  }

  static Fault refused(String where, String why) {
    return new Fault(BundleCodes.REFUSED, "opening a bundle", where, why, null);
  }
}
