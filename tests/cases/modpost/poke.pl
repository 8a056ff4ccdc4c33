# poke.pl FILE FIELD VALUE…: changes a 64-bit little-endian ELF file. FIELD is one of the file header's (e_type) or SECTION:sh_FIELD, SECTION by name.
use strict;
use warnings;
my %header = (class => [4, 'C'], order => [5, 'C'], e_type => [16, 'S<'], e_machine => [18, 'S<'], e_shoff => [40, 'Q<'], e_shentsize => [58, 'S<'],
    e_shnum => [60, 'S<'], e_shstrndx => [62, 'S<']);
my %section = (sh_name => [0, 'L<'], sh_type => [4, 'L<'], sh_flags => [8, 'Q<'], sh_addr => [16, 'Q<'], sh_offset => [24, 'Q<'], sh_size => [32, 'Q<'],
    sh_link => [40, 'L<'], sh_info => [44, 'L<'], sh_entsize => [56, 'Q<']);
my $file = shift;
open my $in, '<:raw', $file or die "$file: $!";
my $bytes = do { local $/; <$in> };
my ($table, $count, $names) = (unpack('x40 Q<', $bytes), unpack('x60 S<', $bytes), unpack('x62 S<', $bytes));
$count = unpack('Q<', substr $bytes, $table + 32, 8) if $count == 0;
$names = unpack('L<', substr $bytes, $table + 40, 4) if $names == 0xffff;
my $strings = unpack 'Q<', substr $bytes, $table + 64 * $names + 24, 8;
while (@ARGV) {
    my ($field, $value) = (shift, oct shift);
    my ($place, $form);
    if ($field =~ /(.*):(.*)/) {
        for my $i (0 .. $count - 1) {
            my $name = unpack 'Z*', substr $bytes, $strings + unpack('L<', substr $bytes, $table + 64 * $i, 4), 200;
            ($place, $form) = ($table + 64 * $i + $section{$2}[0], $section{$2}[1]) if $name eq $1;
        }
    } else {
        ($place, $form) = @{ $header{$field} };
    }
    defined $place or die "no $field in $file";
    my $new = pack $form, $value;
    substr $bytes, $place, length $new, $new;
}
open my $out, '>:raw', $file or die "$file: $!";
print $out $bytes;
