package geo

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"annals/engine/doc"
	"annals/engine/segment"
	"annals/engine/stagetest"
	"annals/kb"
)

// tableDir is the folder of the English tables.
const tableDir = "../../lang/en"

func stages(t testing.TB) (seg *segment.Stage, geo *Stage) {
	t.Helper()
	base, err := kb.Default()
	if err != nil {
		t.Fatal(err)
	}
	if seg, err = segment.New(os.DirFS(tableDir)); err != nil {
		t.Fatal(err)
	}
	if geo, err = New(base, os.DirFS(tableDir)); err != nil {
		t.Fatal(err)
	}
	return seg, geo
}

func TestStage(t *testing.T) {
	seg, geo := stages(t)
	stagetest.Run(t, geo, seg)
}

// show tells a place as words=name/country/admin1/grain.
func show(d *doc.Document, p *doc.Place) string {
	s := fmt.Sprintf("%s=%s/%s/%s/%s", d.Word(p.Span), p.Name, p.Country, p.Admin1, p.Grain)
	if p.Within >= 0 {
		s += " in " + d.Word(d.Places[p.Within].Span)
	}
	return s
}

// TestPlaces: each wanted line must be among the places; a line that begins
// with "no " names words that must not be a place.
func TestPlaces(t *testing.T) {
	seg, geo := stages(t)
	for _, c := range []struct{ text, want string }{
		{"The envoy flew to Lagos, Nigeria, on Monday.", "Lagos=Lagos/NGA/Lagos/city in Nigeria|Nigeria=Nigeria/NGA//country"},
		{"A bridge fell in Paris, Texas, on Monday.", "Paris=Paris/USA/Texas/city in Texas|Texas=Texas/USA//region"},
		{"A bridge fell in Paris on Monday.", "Paris=Paris/FRA/Île-de-France/city"},
		{"Shots were heard in Hillsborough, North Carolina.", "Hillsborough=Hillsborough/USA/North Carolina/city in North Carolina"},
		{"Shots were heard in Springfield, Ill., on Monday. The mayor of Springfield spoke.", "Springfield=Springfield/USA/Illinois/city in Ill.|Springfield=Springfield/USA/Illinois/city|Ill.=Illinois/USA//region"},
		{"Troops shelled the Ukrainian city of Kharkiv.", "Kharkiv=Kharkiv/UKR/Kharkivs’ka Oblast’/city"},
		{"Georgia and Armenia signed a treaty in Tbilisi.", "Georgia=Georgia/GEO//country"},
		{"Voters in Georgia go to the polls. The governor spoke in Atlanta. Savannah and Alabama are calm.", "Georgia=Georgia/USA//region"},
		{"Ships sailed through the Black Sea.", "Black Sea=Black Sea///sea"},
		{"The Dutch king left. Two men fled to Hallam County, Ohio.", "Hallam County=Hallam County/USA/Ohio/region in Ohio"},
		{"Soldiers burned the village of Tarnoq in Mali.", "Tarnoq=Tarnoq/MLI//city in Mali"},
		{"A mortar shell hit Baghdad airport on Monday.", "Baghdad airport=Baghdad airport/IRQ/Baghdad/point in Baghdad"},
		{"Crowds stood outside the Norwegian embassy in Damascus.", "Norwegian embassy=Norwegian embassy/SYR/Dimashq/point in Damascus"},
		{"Anna Carter met John Lincoln. Carter left, and Lincoln stayed.", "no Carter|no Lincoln"},
		{"President Jordan Bardell and Mr. Kent spoke.", "no Jordan|no Kent"},
		{"Reading is good for Nice people. Mobile phones rang.", "no Reading|no Mobile"},
		{"The Chicago Tribune wrote of it.", "no Chicago"},
		{"Aid went to Africa and to the Middle East.", "Africa=Africa///region|Middle East=Middle East///region"},
		{"The U.S. sent ships.", "U.S.=United States/USA//country"},
		{"They asked us to leave it to the us team.", "no us"},
		{"Ships left Norvia. It was attacked in Pakistan's Loralai.", "Loralai=Loralai/PAK/Balochistan/city in Pakistan"},
		{"Rain fell in Virginia, Washington and Oregon.", "Washington=Washington/USA//region"},
		{"Two men fled to Blakely, Wyoming.", "Blakely=Blakely/USA/Wyoming/city in Wyoming"},
		{"Trade between North America and West Africa grew.", "North America=North America///region|West Africa=West Africa///region|no America|no Africa"},
		{"The two met at the White House. The White House said so.", "White House=White House/USA//point"},
		{"The Ministry of Health and the Department of Agriculture spoke.", "no Health|no Agriculture"},
		{"Talks ended at 9 EST in Oslo.", "no EST|Oslo=Oslo/NOR/Oslo/city"},
		{"SEOUL, South Korea (ONA) - A South Korean court spoke.", "SEOUL=Seoul/KOR/Seoul/city in South Korea|no Korean"},
		{"Foreign Minister Chrysa Freeland left. Freeland was late.", "no Freeland"},
		{"In March, China spoke. According to Brusch, China will act.", "no March|no Brusch"},
		{"He flew from Puerto Rico.", "Puerto Rico=Puerto Rico/PRI//country"},
		{"Somali refugees came.", "no Somali"},
		{"Fires burned in Prague, Oklahoma.", "Prague=Prague/USA/Oklahoma/city in Oklahoma"},
		{"Fighting went on in the cities of Homs and Aleppo.", "Aleppo=Aleppo/SYR/Aleppo/city"},
		{"Afghan police fought in Argustan district on Monday.", "Argustan district=Argustan district/AFG//region"},
		{"Two London-based firms closed.", "London=London/GBR/England/city"},
	} {
		d := &doc.Document{Text: c.text}
		seg.Run(d)
		geo.Run(d)
		var got []string
		for i := range d.Places {
			got = append(got, show(d, &d.Places[i]))
		}
		for _, w := range strings.Split(c.want, "|") {
			name, no := strings.CutPrefix(w, "no ")
			found := false
			for _, g := range got {
				found = found || g == w || no && strings.HasPrefix(g, name+"=")
			}
			if found == no {
				t.Errorf("%s\n  want %s\n  got  %s", c.text, w, strings.Join(got, "\n       "))
			}
		}
		for i := range d.Places {
			if p := &d.Places[i]; p.Grain == "country" && (p.HasPoint || p.Lat != 0 || p.Lon != 0) {
				t.Errorf("%s: the country %s has a point", c.text, p.Name)
			}
		}
	}
}

func TestDistance(t *testing.T) {
	if d := Distance(48.8534, 2.3488, 51.5085, -0.1257); d < 340 || d > 347 {
		t.Errorf("Paris to London: %.0f km", d)
	}
	if d := Distance(10, 20, 10, 20); d != 0 {
		t.Errorf("a place to itself: %g km", d)
	}
}
