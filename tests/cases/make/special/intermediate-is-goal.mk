#: run mid
.INTERMEDIATE: mid
mid: ; echo mid > mid
