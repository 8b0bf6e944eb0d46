package simwright.catalog.provider;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import simwright.catalog.CatalogCodes;
import simwright.fault.Fault;
import simwright.identity.Plmn;

/// Reads `serviceproviders.xml` of the package mobile-broadband-provider-info, format 2.0. Only GSM
/// networks and later ones are taken; CDMA has no PLMN. Nothing outside the file is read.
final class ProviderXml {
  private final XMLStreamReader xml;
  private final List<Provider> found = new ArrayList<>();
  private String country = "";
  private String name = "";
  private boolean gsm;
  private List<Plmn> networks = new ArrayList<>();
  private List<Provider.Access> access = new ArrayList<>();
  private Reading reading = new Reading();

  private ProviderXml(XMLStreamReader xml) {
    this.xml = xml;
  }

  private static final class Reading {
    private boolean open;
    private String apn = "";
    private String plan = "";
    private final TreeSet<String> uses = new TreeSet<>();
    private String title = "";
    private String user = "";
    private String password = "";
    private String signIn = "";

    Provider.Access access() {
      return new Provider.Access(apn, String.join(",", uses), plan, title, user, password, signIn);
    }
  }

  static List<Provider> read(InputStream in, String where) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      ProviderXml reader = new ProviderXml(factory.createXMLStreamReader(in));
      reader.all();
      return List.copyOf(reader.found);
    } catch (XMLStreamException | IllegalArgumentException e) {
      throw new Fault(
          CatalogCodes.BROKEN_RULES, "reading providers", where, String.valueOf(e.getMessage()), e);
    }
  }

  private void all() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        begins(xml.getLocalName());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        ends(xml.getLocalName());
      }
    }
  }

  private void begins(String element) throws XMLStreamException {
    switch (element) {
      case "country" -> country = attribute("code").toUpperCase(Locale.ROOT);
      case "provider" -> {
        name = "";
        gsm = false;
        networks = new ArrayList<>();
        access = new ArrayList<>();
      }
      case "gsm" -> gsm = true;
      case "network-id" -> networks.add(new Plmn(attribute("mcc"), attribute("mnc")));
      case "apn" -> {
        reading = new Reading();
        reading.open = true;
        reading.apn = attribute("value").strip();
      }
      case "plan" -> reading.plan = attribute("type");
      case "usage" -> reading.uses.add(attribute("type"));
      case "authentication" -> reading.signIn = attribute("method");
      case "username" -> reading.user = text();
      case "password" -> reading.password = text();
      case "name" -> named();
      default -> {}
    }
  }

  /// A name may stand again for another language; the first without one counts.
  private void named() throws XMLStreamException {
    boolean translated = xml.getAttributeCount() > 0;
    String text = text();
    if (reading.open) {
      reading.title = translated || !reading.title.isEmpty() ? reading.title : text;
    } else if (name.isEmpty() && !translated) {
      name = text;
    }
  }

  private void ends(String element) {
    if (element.equals("apn")) {
      access.add(reading.access());
      reading = new Reading();
    } else if (element.equals("provider") && gsm) {
      found.add(new Provider(country, name, networks, access));
    }
  }

  private String attribute(String of) {
    String value = xml.getAttributeValue(null, of);
    return value == null ? "" : value;
  }

  private String text() throws XMLStreamException {
    return xml.getElementText().strip().replaceAll("\\s+", " ");
  }
}
